namespace UploadServer.Contracts.Gallery;

/// <summary>The answer to an opened upload.</summary>
internal sealed record PictureUploadResponse(Guid PictureId, string TusUploadUrl);
