namespace UploadServer.Contracts.Prints;

/// <summary>The answer to an opened upload: how the file is to be divided, and where its parts go.</summary>
internal sealed record PrintFileUpload(Guid PrintFileId, long PartSize, IReadOnlyList<string> PartUrls);
