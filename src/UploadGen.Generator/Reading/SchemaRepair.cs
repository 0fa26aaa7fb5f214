using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Diagnostics;

namespace UploadGen.Generator.Reading;

/// <summary>
/// Mends what Microsoft.OpenApi loses or throws on, although it is legal or harmless: schemas that are booleans (JSON Schema
/// 2020-12, section 4.3.2), something else where a schema belongs, counts that are no 32-bit integers, <c>nullable</c>
/// without a type, and <c>additionalProperties: true</c>.
/// </summary>
internal sealed class SchemaRepair(ICollection<SpecProblem> problems)
{
    /// <summary>How <c>nullable</c> is kept where Microsoft.OpenApi would drop it.</summary>
    public const string NullableExtension = "x-nullable";

    private static readonly HashSet<string> SchemaMaps = new(StringComparer.Ordinal) { "properties", "patternProperties", "$defs", "definitions", "dependentSchemas" };

    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal)
    {
        "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains",
    };

    public void Mend(JsonNode? node, string pointer)
    {
        switch (node)
        {
            case JsonObject parent:
                Mend(parent, pointer);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Mend(items[i], $"{pointer}/{i}");
                }

                break;
        }
    }

    private void Mend(JsonObject parent, string pointer)
    {
        foreach (var member in parent.ToList())
        {
            var place = Pointer.Append(pointer, member.Key);
            if (SchemaMaps.Contains(member.Key) && member.Value is JsonObject schemas)
            {
                MendSchemas(schemas, place);
            }
            else if (Counts.Contains(member.Key) && member.Value is JsonValue count && !count.TryGetValue<int>(out _))
            {
                DropCount(parent, member.Key, count, place);
            }

            Mend(parent[member.Key], place);
        }

        KeepNullable(parent);
        KeepAdditionalProperties(parent);
    }

    /// <summary>Microsoft.OpenApi doesn't tell <c>additionalProperties: true</c>, which asks for the members to be kept, from nothing said. An empty schema means the same.</summary>
    private static void KeepAdditionalProperties(JsonObject schema)
    {
        if (schema["additionalProperties"] is JsonValue allowed && allowed.GetValueKind() == JsonValueKind.True)
        {
            schema["additionalProperties"] = new JsonObject();
        }
    }

    /// <summary>
    /// Microsoft.OpenApi forgets <c>nullable</c> where no <c>type</c> stands beside it (<c>nullable, allOf: [$ref]</c>) and in 3.1,
    /// which has no such keyword any more; vendors write it there all the same.
    /// </summary>
    private static void KeepNullable(JsonObject schema)
    {
        if (schema["nullable"] is JsonValue nullable && nullable.GetValueKind() == JsonValueKind.True)
        {
            schema[NullableExtension] = true;
        }
    }

    private void MendSchemas(JsonObject schemas, string pointer)
    {
        foreach (var schema in schemas.Where(schema => schema.Value is not JsonObject).ToList())
        {
            var kind = schema.Value?.GetValueKind() ?? JsonValueKind.Null;
            schemas[schema.Key] = kind == JsonValueKind.False ? new JsonObject { ["not"] = new JsonObject() } : new JsonObject();
            if (kind is not (JsonValueKind.True or JsonValueKind.False))
            {
                problems.Add(SpecProblem.At(Pointer.Append(pointer, schema.Key), SpecProblemKind.NotSupported, "this is no schema", "Any JSON value"));
            }
        }
    }

    private void DropCount(JsonObject parent, string name, JsonValue count, string pointer)
    {
        parent.Remove(name);

        // A count beyond 2147483647 limits nothing that fits into memory.
        if (!(count.GetValueKind() == JsonValueKind.Number && count.TryGetValue<decimal>(out var number) && number > int.MaxValue))
        {
            problems.Add(SpecProblem.At(pointer, SpecProblemKind.NotSupported, $"'{name}' is no count", "No such limit"));
        }
    }
}
