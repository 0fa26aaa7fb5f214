using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Equality as JSON Schema has it: numbers by value, objects whatever the order of their members.</summary>
internal sealed class JsonElementComparer : IEqualityComparer<JsonElement>
{
    public static JsonElementComparer Instance { get; } = new();

    public bool Equals(JsonElement x, JsonElement y)
    {
        if (x.ValueKind != y.ValueKind)
        {
            return false;
        }

        return x.ValueKind switch
        {
            JsonValueKind.Object => ObjectsEqual(x, y),
            JsonValueKind.Array => x.GetArrayLength() == y.GetArrayLength() && x.EnumerateArray().SequenceEqual(y.EnumerateArray(), this),
            JsonValueKind.String => x.ValueEquals(y.GetString()),
            JsonValueKind.Number => NumbersEqual(x, y),
            _ => true,
        };
    }

    /// <summary>Equal elements have equal codes. All objects share one code, and so do all lists: that is enough, and costs nothing.</summary>
    public int GetHashCode(JsonElement obj) => obj.ValueKind switch
    {
        JsonValueKind.String => obj.GetString()!.GetHashCode(StringComparison.Ordinal),
        JsonValueKind.Number => obj.GetDouble().GetHashCode(),
        _ => (int)obj.ValueKind,
    };

    private bool ObjectsEqual(JsonElement x, JsonElement y)
        => x.EnumerateObject().Count() == y.EnumerateObject().Count()
            && x.EnumerateObject().All(member => y.TryGetProperty(member.Name, out var other) && Equals(member.Value, other));

    private static bool NumbersEqual(JsonElement x, JsonElement y)
        => JsonNumber.TryRead(x) is { } left && JsonNumber.TryRead(y) is { } right ? left.CompareTo(right) == 0 : x.GetRawText() == y.GetRawText();
}
