using System.Globalization;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents;

/// <summary>Writes and follows JSON pointers (RFC 6901).</summary>
internal static class DocumentPointer
{
    public static string Append(string pointer, string segment) => pointer + "/" + Escape(segment);

    public static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    /// <summary>The last segment.</summary>
    public static string Last(string pointer) => Unescape(pointer.Substring(pointer.LastIndexOf('/') + 1));

    public static IEnumerable<string> Segments(string pointer) => pointer.Split('/').Skip(1).Select(Unescape);

    /// <summary>The pointer of a node in the tree that it stands in.</summary>
    public static string Of(JsonNode node)
    {
        var segments = new Stack<string>();
        for (var at = node; at.Parent is { } parent; at = parent)
        {
            segments.Push(parent is JsonArray ? at.GetElementIndex().ToString(CultureInfo.InvariantCulture) : Escape(at.GetPropertyName()));
        }

        return string.Concat(segments.Select(segment => "/" + segment));
    }

    /// <summary>What a pointer leads to, or null.</summary>
    public static JsonNode? Find(JsonNode? root, string pointer) => Segments(pointer).Aggregate(root, Child);

    /// <summary>A member of an object or an item of a list, or null.</summary>
    public static JsonNode? Child(JsonNode? parent, string segment) => parent switch
    {
        JsonObject members => members[segment],
        JsonArray items when Index(segment) is { } i && i < items.Count => items[i],
        _ => null,
    };

    private static int? Index(string segment)
        => int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : null;
}
