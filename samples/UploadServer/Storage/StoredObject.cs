namespace UploadServer.Storage;

/// <summary>An object in storage.</summary>
public sealed record StoredObject
{
    /// <summary>The key: segments separated by slashes, not percent-encoded.</summary>
    public required string Key { get; init; }

    /// <summary>Media type that came with the bytes; null when none was sent.</summary>
    public required string? ContentType { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of the bytes, as 64 lowercase hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>File that holds the bytes. It lives as long as the server.</summary>
    public required string FilePath { get; init; }

    /// <summary>When the object was stored.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>The entity tag (RFC 9110, section 8.8.3), with its quotes.</summary>
    public string ETag => $"\"{Sha256}\"";
}
