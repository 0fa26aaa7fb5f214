namespace UploadServer.Contracts.Gallery;

/// <summary>A picture of the collection.</summary>
internal sealed record Picture(Guid Id, string FileName, long FileSize, string MediaType, string Sha256);
