using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A value and the schema that is applied to it.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Value">The value.</param>
/// <param name="Pointer">Where the value is, below the value that was given.</param>
/// <param name="Place">Where the schema stands in the document.</param>
internal readonly record struct SchemaSubject(JsonElement Schema, JsonElement Value, string Pointer, string Place)
{
    /// <summary>The same value, and a schema inside of the schema.</summary>
    public SchemaSubject With(JsonElement schema, string keyword) => this with { Schema = schema, Place = $"{Place}/{keyword}" };

    /// <summary>The same schema, and a member or item of the value.</summary>
    public SchemaSubject Part(JsonElement value, string token) => this with { Value = value, Pointer = $"{Pointer}/{token}" };
}

/// <summary>The members and items that some schema was applied to; <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> are about the others.</summary>
internal sealed class SchemaEvaluated
{
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public HashSet<int> Items { get; } = [];

    public void Add(SchemaEvaluated other)
    {
        Members.UnionWith(other.Members);
        Items.UnionWith(other.Items);
    }
}
