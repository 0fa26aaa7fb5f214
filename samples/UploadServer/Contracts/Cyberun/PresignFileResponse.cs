namespace UploadServer.Contracts.Cyberun;

/// <summary>Where the file goes, and the headers that the PUT must carry.</summary>
internal sealed record PresignFileResponse(string FileKey, string UploadUrl, IReadOnlyDictionary<string, string> UploadHeaders);
