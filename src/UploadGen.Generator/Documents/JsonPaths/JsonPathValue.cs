using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>A value that a filter compares, or nothing where a path selects nothing.</summary>
internal readonly struct JsonPathValue
{
    private readonly bool _exists;

    private JsonPathValue(JsonNode? node)
    {
        _exists = true;
        Node = node;
    }

    public static JsonPathValue Nothing => default;

    public JsonNode? Node { get; }

    public static JsonPathValue Of(JsonNode? node) => new(node);

    public static JsonPathValue Of(JsonPlace? place) => place is null ? Nothing : new(place.Value);

    /// <summary>Whether two values are one (RFC 9535, section 2.3.5.2.2): nothing is only nothing.</summary>
    public bool Is(JsonPathValue other) => _exists == other._exists && AreEqual(Node, other.Node);

    /// <summary>Whether a number is less than another, or a text stands before another. Of other values none is less.</summary>
    public bool IsLess(JsonPathValue other) => (Kind(Node), Kind(other.Node)) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => Compare(Node!, other.Node!) < 0,
        (JsonValueKind.String, JsonValueKind.String) => CompareTexts(Node!.GetValue<string>(), other.Node!.GetValue<string>()) < 0,
        _ => false,
    };

    private static bool AreEqual(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (JsonObject members, JsonObject others) => members.Count == others.Count
            && members.All(member => others.TryGetPropertyValue(member.Key, out var other) && AreEqual(member.Value, other)),
        (JsonArray items, JsonArray others) => items.Count == others.Count && items.Zip(others, AreEqual).All(isSame => isSame),
        _ => Kind(left) == Kind(right) && Kind(left) switch
        {
            JsonValueKind.String => left!.GetValue<string>() == right!.GetValue<string>(),
            JsonValueKind.Number => Compare(left!, right!) == 0,
            JsonValueKind.Object or JsonValueKind.Array => false,
            _ => true,
        },
    };

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    /// <summary>Compares numbers by their value, however they are written.</summary>
    private static int Compare(JsonNode left, JsonNode right)
    {
        var (first, second) = (left.ToJsonString(), right.ToJsonString());
        return TryDecimal(first, out var x) && TryDecimal(second, out var y) ? x.CompareTo(y) : Double(first).CompareTo(Double(second));
    }

    private static bool TryDecimal(string text, out decimal number) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static double Double(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Compares texts by their characters' code points, which is the order of their UTF-8.</summary>
    private static int CompareTexts(string left, string right)
    {
        var (first, second) = (Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
        var same = first.Zip(second, (x, y) => x == y).TakeWhile(isSame => isSame).Count();
        return same == Math.Min(first.Length, second.Length) ? first.Length.CompareTo(second.Length) : first[same].CompareTo(second[same]);
    }
}
