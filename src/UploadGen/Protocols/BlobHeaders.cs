namespace UploadGen.Core;

/// <summary>Where the headers go that an API gives for a whole blob, when it is put in blocks.</summary>
internal static class BlobHeaders
{
    /// <summary>Without this header, Azure takes no blob in one request; the signature doesn't cover it, so APIs forget it.</summary>
    public const string Type = "x-ms-blob-type";

    /// <summary>The properties of a blob that headers of the list set, which has such headers itself.</summary>
    private static readonly Dictionary<string, string> OfBlob = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cache-Control"] = "x-ms-blob-cache-control",
        ["Content-Disposition"] = "x-ms-blob-content-disposition",
        ["Content-Encoding"] = "x-ms-blob-content-encoding",
        ["Content-Language"] = "x-ms-blob-content-language",
        ["Content-MD5"] = "x-ms-blob-content-md5",
        ["Content-Type"] = "x-ms-blob-content-type",
    };

    /// <summary>The headers of a blob that is put in one request.</summary>
    public static Dictionary<string, string> OfWhole(IReadOnlyDictionary<string, string>? given, UploadContent content)
    {
        var headers = new Dictionary<string, string>(Given(given, content), StringComparer.OrdinalIgnoreCase);
        headers.TryAdd(Type, "BlockBlob");
        return headers;
    }

    /// <summary>The headers of each block: what they are encrypted with, who has the blob, and which version is spoken.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfBlock(IReadOnlyDictionary<string, string>? given)
        => (given ?? new Dictionary<string, string>()).Where(static header
            => header.Key.StartsWith("x-ms-encryption-", StringComparison.OrdinalIgnoreCase)
                || Is(header.Key, "x-ms-lease-id") || Is(header.Key, "x-ms-version"));

    /// <summary>The headers of the list: all that are of the blob, conditions as well.</summary>
    public static (string Name, string Value)[] OfList(IReadOnlyDictionary<string, string>? given, UploadContent content)
        => [.. Given(given, content)
            .Where(static header => !Is(header.Key, Type) && !Is(header.Key, "Content-Length"))
            .Select(static header => (OfBlob.GetValueOrDefault(header.Key, header.Key), header.Value))];

    private static IReadOnlyDictionary<string, string> Given(IReadOnlyDictionary<string, string>? given, UploadContent content)
        => given ?? new Dictionary<string, string> { ["Content-Type"] = content.MediaType };

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
