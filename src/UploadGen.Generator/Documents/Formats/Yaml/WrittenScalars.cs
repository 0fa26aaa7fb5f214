using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Formats.Yaml;

/// <summary>
/// Remembers how numbers and booleans are written. Where a schema says that its values are strings, they are: the members of
/// <c>{ type: string, enum: [1.10, true] }</c> need no quotes.
/// </summary>
internal sealed class WrittenScalars
{
    /// <summary>Keywords whose values the schema's type is for, and that mean something to a client.</summary>
    private static readonly string[] ValueKeywords = ["const", "default", "enum"];

    private readonly Dictionary<JsonNode, string> _texts = [];

    public void Add(JsonNode? node, string text)
    {
        if (node is not null)
        {
            _texts[node] = text;
        }
    }

    public void AddCopy(JsonNode original, JsonNode copy)
    {
        if (_texts.TryGetValue(original, out var text))
        {
            _texts[copy] = text;
        }
    }

    /// <summary>Makes strings of a schema's values, if the schema is of strings.</summary>
    public void Apply(JsonObject schema)
    {
        if (schema["type"] is not JsonValue type || !type.TryGetValue<string>(out var name) || name != "string")
        {
            return;
        }

        foreach (var keyword in ValueKeywords)
        {
            if (schema[keyword] is JsonArray items)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    if (AsText(items[i]) is { } item)
                    {
                        items[i] = item;
                    }
                }
            }
            else if (AsText(schema[keyword]) is { } text)
            {
                schema[keyword] = text;
            }
        }
    }

    private JsonValue? AsText(JsonNode? node) => node is not null && _texts.TryGetValue(node, out var text) ? JsonValue.Create(text) : null;
}
