using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary>What the keywords for a least and a greatest number count.</summary>
/// <param name="One">One of them.</param>
/// <param name="Many">Several of them.</param>
internal abstract record Counted(string One, string Many)
{
    public static Counted Characters { get; } = new CountedCharacters();

    public static Counted Items { get; } = new CountedItems();

    public static Counted Members { get; } = new CountedMembers();

    /// <summary>Whether values of the type have any.</summary>
    public abstract bool IsIn(TypeRef type);

    /// <summary>How many a value in the document has; null for a value of another kind.</summary>
    public abstract int? In(JsonNode value);

    private sealed record CountedCharacters() : Counted("character", "characters")
    {
        public override bool IsIn(TypeRef type) => type is ScalarType { Kind: Scalar.String or Scalar.Uri };

        /// <summary>In code points.</summary>
        public override int? In(JsonNode value)
            => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text
                ? text.Length - Enumerable.Range(0, Math.Max(0, text.Length - 1)).Count(i => char.IsSurrogatePair(text, i))
                : null;
    }

    private sealed record CountedItems() : Counted("item", "items")
    {
        public override bool IsIn(TypeRef type) => type is ListType;

        public override int? In(JsonNode value) => (value as JsonArray)?.Count;
    }

    private sealed record CountedMembers() : Counted("entry", "entries")
    {
        public override bool IsIn(TypeRef type) => type is MapType;

        public override int? In(JsonNode value) => (value as JsonObject)?.Count;
    }
}
