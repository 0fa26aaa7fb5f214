using UploadGen.Generator.Model;

namespace UploadGen.Generator.Operations;

/// <summary>What a media type means for a body.</summary>
internal static class MediaTypes
{
    private static readonly string[] OctetFamilies = ["image/", "audio/", "video/", "font/", "model/"];

    private static readonly string[] Serializations = ["protobuf", "msgpack", "messagepack", "cbor", "avro", "thrift", "bson", "smile", "/ion", "+yaml"];

    public static bool IsJson(string mediaType)
    {
        var type = Essence(mediaType);
        return type is "application/json" or "text/json" || type.EndsWith("+json", StringComparison.Ordinal);
    }

    /// <summary>XML (RFC 7303).</summary>
    public static bool IsXml(string mediaType)
    {
        var type = Essence(mediaType);
        return type is "application/xml" or "text/xml" || type.EndsWith("+xml", StringComparison.Ordinal);
    }

    public static bool IsMultipart(string mediaType) => Essence(mediaType) == "multipart/form-data";

    /// <summary>Whether a body is made of parts that have no names.</summary>
    public static bool IsNameless(string mediaType) => Essence(mediaType).StartsWith("multipart/", StringComparison.Ordinal) && !IsMultipart(mediaType);

    public static bool IsUrlEncoded(string mediaType) => Essence(mediaType) == "application/x-www-form-urlencoded";

    /// <summary>Whether a body is text as a whole. Events and lines that come one by one are a stream.</summary>
    public static bool IsText(string mediaType)
    {
        var type = Essence(mediaType);
        return type.StartsWith("text/", StringComparison.Ordinal) && !IsStreamed(type)
            || type is "application/xml" or "application/yaml" or "application/x-yaml" or "application/graphql"
            || type.EndsWith("+xml", StringComparison.Ordinal);
    }

    /// <summary>JSON values line by line: text for who sends them.</summary>
    public static bool IsJsonLines(string mediaType)
        => Essence(mediaType) is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" or "application/json-seq";

    /// <summary>How the items of a body follow each other; null for a body that isn't made of such (OpenAPI 3.2, section 4.14.3).</summary>
    public static ItemsKind? Items(string mediaType) => Essence(mediaType) switch
    {
        "text/event-stream" => ItemsKind.Events,
        "application/json-seq" => ItemsKind.JsonSequence,
        "application/jsonlines" or "application/json-lines" or "application/x-jsonl" or "application/x-json-lines" or "application/stream+json"
            => ItemsKind.JsonLines,
        var type when type.EndsWith("+json-seq", StringComparison.Ordinal) => ItemsKind.JsonSequence,
        _ => IsJsonLines(mediaType) ? ItemsKind.JsonLines : null,
    };

    /// <summary>Bodies that come bit by bit and may have no end: a stream for who reads them.</summary>
    public static bool IsStreamed(string mediaType) => IsJsonLines(mediaType) || Essence(mediaType) == "text/event-stream";

    /// <summary>Types that are octets even where a document calls them a string and forgets the format.</summary>
    public static bool IsOctets(string mediaType)
    {
        var type = Essence(mediaType);
        return type is "application/octet-stream" or "application/pdf" or "application/zip" or "application/gzip" || IsAny(type)
            || OctetFamilies.Any(start => type.StartsWith(start, StringComparison.Ordinal) && !type.EndsWith("+xml", StringComparison.Ordinal));
    }

    /// <summary>Formats in which a value is written as others are in JSON.</summary>
    public static bool IsSerialized(string mediaType)
        => Essence(mediaType) is var type && Array.Exists(Serializations, format => type.EndsWith(format, StringComparison.Ordinal));

    /// <summary>Types of files. Anything may be sent as <c>application/octet-stream</c>.</summary>
    public static bool IsFile(string mediaType) => IsOctets(mediaType) && !IsAny(mediaType) && Essence(mediaType) != "application/octet-stream";

    /// <summary><c>*/*</c> or <c>application/*</c>: the schema has to say what it is.</summary>
    public static bool IsAny(string mediaType) => Essence(mediaType) is "*/*" or "*" or "application/*";

    /// <summary>Whether a type can be written into a header as it is, and names one type.</summary>
    public static bool IsConcrete(string mediaType) => IsWellFormed(mediaType) && mediaType.IndexOf('*') < 0;

    public static bool IsWellFormed(string mediaType) => mediaType.IndexOf('/') > 0 && mediaType.All(c => c is >= ' ' and <= '~');

    /// <summary>What of a media type makes a name: <c>form-data</c>, or <c>image</c> of <c>image/*</c>.</summary>
    public static string Name(string mediaType)
    {
        var parts = Essence(mediaType).Split('/').Where(part => part != "*").ToList();
        return parts.Count == 0 ? "content" : parts[parts.Count - 1];
    }

    /// <summary>The type without its parameters, in lower case (RFC 9110, section 8.3.1).</summary>
    private static string Essence(string mediaType)
    {
        var end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType.Substring(0, end)).Trim().ToLowerInvariant();
    }
}
