namespace UploadServer.Contracts.Runflow;

/// <summary>An asset: the document's <c>models__asset__Asset__FullValidator</c>, member for member.</summary>
internal sealed record Asset
{
    public required Guid Id { get; init; }

    public required Guid OrgId { get; init; }

    public required Guid? FolderId { get; init; }

    public required string Name { get; init; }

    public required string R2Key { get; init; }

    public required string Url { get; init; }

    /// <summary>Always null: this server makes no previews.</summary>
    public string? ThumbnailUrl { get; init; }

    public required string? MimeType { get; init; }

    public required long SizeBytes { get; init; }

    public required string AssetType { get; init; }

    public string SourceType { get; init; } = "upload";

    public string? SourceId { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public Guid? DeletedBy { get; init; }

    public required AssetUser CreatedByUser { get; init; }
}
