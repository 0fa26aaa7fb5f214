using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>A place in a JSON document: the root, a member of an object or an item of an array. A null value has one too.</summary>
/// <param name="Parent">The object or array; null for the root.</param>
/// <param name="Name">The member's name, in an object.</param>
/// <param name="Index">The item's index, in an array.</param>
/// <param name="Value">What stands there.</param>
internal sealed record JsonPlace(JsonNode? Parent, string? Name, int Index, JsonNode? Value)
{
    public static JsonPlace Root(JsonObject root) => new(null, null, 0, root);

    /// <summary>The members or items of what stands here.</summary>
    public IEnumerable<JsonPlace> Children => Value switch
    {
        JsonObject members => members.Select(member => new JsonPlace(members, member.Key, 0, member.Value)),
        JsonArray items => items.Select((item, i) => new JsonPlace(items, null, i, item)),
        _ => [],
    };

    public JsonPlace? Member(string name)
        => Value is JsonObject members && members.TryGetPropertyValue(name, out var value) ? new JsonPlace(members, name, 0, value) : null;

    /// <summary>How many items a list has here; none where there is no list.</summary>
    public int ItemCount => (Value as JsonArray)?.Count ?? 0;

    /// <param name="index">Counted from the end when negative.</param>
    public JsonPlace? Item(long index)
    {
        var at = index < 0 ? index + ItemCount : index;
        return Value is JsonArray items && at >= 0 && at < items.Count ? new JsonPlace(items, null, (int)at, items[(int)at]) : null;
    }

    /// <summary>Whether two places are one: in the same container, at the same name or index.</summary>
    public bool Equals(JsonPlace? other) => other is not null && ReferenceEquals(Parent, other.Parent) && Name == other.Name && Index == other.Index;

    public override int GetHashCode()
    {
        var parent = Parent is null ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Parent);
        return unchecked((parent * 31) + (Name?.GetHashCode() ?? Index));
    }
}
