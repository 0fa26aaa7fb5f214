using System.Text.Json.Serialization;

namespace UploadGen.Benchmarks.HandWritten;

/// <summary>The shapes of runflow.json and records.json as one would write them for System.Text.Json's own source generator.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Asset))]
[JsonSerializable(typeof(DropletList))]
[JsonSerializable(typeof(Payment))]
internal sealed partial class HandWrittenContext : JsonSerializerContext;

internal sealed record Asset
{
    public Guid? Id { get; init; }
    public Guid? OrgId { get; init; }
    public Guid? FolderId { get; init; }
    public string? Name { get; init; }
    [JsonPropertyName("r2_key")]
    public string? R2Key { get; init; }
    public string? Url { get; init; }
    public string? ThumbnailUrl { get; init; }
    public string? MimeType { get; init; }
    public long? SizeBytes { get; init; }
    public string? AssetType { get; init; }
    public string? SourceType { get; init; }
    public string? SourceId { get; init; }
    public Guid? CreatedBy { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
    public Guid? DeletedBy { get; init; }
    public AssetUser? CreatedByUser { get; init; }
}

internal sealed record AssetUser
{
    public required Guid? Id { get; init; }
    public required string? Email { get; init; }
    public required string? FirstName { get; init; }
    public required string? LastName { get; init; }
    public required string? AvatarUrl { get; init; }
}

internal sealed record DropletList
{
    public required IReadOnlyList<Droplet> Droplets { get; init; }
}

internal sealed record Droplet
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required long Memory { get; init; }
    public required long Vcpus { get; init; }
    public required long Disk { get; init; }
    public required bool Locked { get; init; }
    public required string Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required IReadOnlyList<string> Features { get; init; }
    public required IReadOnlyList<long> BackupIds { get; init; }
    public required Image Image { get; init; }
    public required string SizeSlug { get; init; }
    public required Region Region { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public string? VpcUuid { get; init; }
}

internal sealed record Image
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required string Distribution { get; init; }
    public required bool Public { get; init; }
    public required long MinDiskSize { get; init; }
    public required double SizeGigabytes { get; init; }
}

internal sealed record Region
{
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public required bool Available { get; init; }
    public required IReadOnlyList<string> Sizes { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Transfer), "transfer")]
internal abstract record Payment;

internal sealed record Card : Payment
{
    public required string Brand { get; init; }
    public required string Last4 { get; init; }
    public required DateOnly Expires { get; init; }
}

internal sealed record Transfer : Payment
{
    public required string Iban { get; init; }
    public required string Holder { get; init; }
}
