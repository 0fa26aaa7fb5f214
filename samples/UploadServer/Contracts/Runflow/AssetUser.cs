namespace UploadServer.Contracts.Runflow;

/// <summary>The user who made an asset: the document's <c>EmbedValidator</c>.</summary>
internal sealed record AssetUser(Guid Id, string? Email = null, string? FirstName = null, string? LastName = null, string? AvatarUrl = null);
