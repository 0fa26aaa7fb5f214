namespace UploadServer.Contracts.Images;

/// <summary>The stored image: its handle, and a URL to look at it for a while.</summary>
internal sealed record UploadResponse(string UploadKey, string ImageUrl);
