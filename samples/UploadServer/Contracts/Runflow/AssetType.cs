namespace UploadServer.Contracts.Runflow;

/// <summary>A media type that can be uploaded, and the kind of asset it makes.</summary>
internal sealed record AssetType(string MimeType, string Kind)
{
    public static IReadOnlyList<AssetType> Supported { get; } =
    [
        new("image/gif", "image"),
        new("image/jpeg", "image"),
        new("image/png", "image"),
        new("image/webp", "image"),
        new("video/mp4", "video"),
        new("video/quicktime", "video"),
        new("video/webm", "video"),
    ];

    public static AssetType? Find(string mimeType) => Supported.FirstOrDefault(type => type.MimeType.Equals(mimeType, StringComparison.OrdinalIgnoreCase));
}
