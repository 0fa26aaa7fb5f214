using System.Collections.Frozen;
using System.Net.Http.Headers;

namespace UploadGen.Core;

/// <summary>Media types: which one a file name suggests, and whether one is in a list of those allowed.</summary>
internal static class MediaTypes
{
    public const string Bytes = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>
    {
        [".aac"] = "audio/aac",
        [".avi"] = "video/x-msvideo",
        [".avif"] = "image/avif",
        [".bmp"] = "image/bmp",
        [".bz2"] = "application/x-bzip2",
        [".css"] = "text/css",
        [".csv"] = "text/csv",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".eml"] = "message/rfc822",
        [".epub"] = "application/epub+zip",
        [".flac"] = "audio/flac",
        [".gif"] = "image/gif",
        [".glb"] = "model/gltf-binary",
        [".gltf"] = "model/gltf+json",
        [".gz"] = "application/gzip",
        [".heic"] = "image/heic",
        [".heif"] = "image/heif",
        [".htm"] = "text/html",
        [".html"] = "text/html",
        [".ico"] = "image/vnd.microsoft.icon",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".js"] = "text/javascript",
        [".json"] = "application/json",
        [".jsonl"] = "application/jsonl",
        [".m4a"] = "audio/mp4",
        [".m4v"] = "video/mp4",
        [".md"] = "text/markdown",
        [".mid"] = "audio/midi",
        [".mkv"] = "video/matroska",
        [".mov"] = "video/quicktime",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
        [".mpeg"] = "video/mpeg",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ogg"] = "audio/ogg",
        [".ogv"] = "video/ogg",
        [".opus"] = "audio/opus",
        [".otf"] = "font/otf",
        [".parquet"] = "application/vnd.apache.parquet",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".psd"] = "image/vnd.adobe.photoshop",
        [".rtf"] = "application/rtf",
        [".stl"] = "model/stl",
        [".svg"] = "image/svg+xml",
        [".tar"] = "application/x-tar",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".tsv"] = "text/tab-separated-values",
        [".ttf"] = "font/ttf",
        [".txt"] = "text/plain",
        [".wasm"] = "application/wasm",
        [".wav"] = "audio/wav",
        [".weba"] = "audio/webm",
        [".webm"] = "video/webm",
        [".webp"] = "image/webp",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".xml"] = "application/xml",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
        [".zip"] = "application/zip",
        [".zst"] = "application/zstd",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string ForFileName(string fileName) => ByExtension.GetValueOrDefault(Path.GetExtension(fileName), Bytes);

    /// <summary>Gives the media type back exactly as it is: a signature may cover it, letter by letter.</summary>
    public static string Checked(string mediaType, string parameter)
        => MediaTypeHeaderValue.TryParse(mediaType, out _) && HttpSyntax.IsFieldValue(mediaType)
            ? mediaType
            : throw new ArgumentException(
                $"'{mediaType}' isn't a media type. It is written type/subtype, such as image/webp (RFC 9110, section 8.3.1).", parameter);

    /// <summary>Whether a media type is in a comma-separated list such as <c>image/png, image/*</c>; parameters don't count.</summary>
    public static bool Allows(string allowed, string mediaType)
    {
        var type = Essence(mediaType);
        foreach (var range in allowed.Split(','))
        {
            var one = Essence(range);
            if (one is "*/*" or "*" || one.Equals(type, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (one.EndsWith("/*") && type.StartsWith(one[..^1], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Essence(string mediaType)
    {
        var parameters = mediaType.IndexOf(';', StringComparison.Ordinal);
        return (parameters < 0 ? mediaType : mediaType.AsSpan(0, parameters)).Trim();
    }
}
