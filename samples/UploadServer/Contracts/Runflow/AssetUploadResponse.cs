namespace UploadServer.Contracts.Runflow;

/// <summary>The answer to an opened upload.</summary>
internal sealed record AssetUploadResponse(Guid AssetId, string UploadUrl);
