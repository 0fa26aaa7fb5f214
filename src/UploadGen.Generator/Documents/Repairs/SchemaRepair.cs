using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Mends what Microsoft.OpenApi loses or throws on, although it is legal or harmless: schemas that are booleans (JSON Schema
/// 2020-12, section 4.3.2), something else where a schema belongs, an inclusive bound beside an exclusive one, limits of a wrong kind
/// (<see cref="LimitRepair"/>), <c>nullable</c> without a type, <c>additionalProperties: true</c>, <c>unevaluatedProperties</c> in its place, members
/// beside a reference, and nodes of XML (<see cref="XmlRepair"/>).
/// </summary>
internal sealed class SchemaRepair(ICollection<SpecProblem> problems, WrittenPlaces places)
{
    /// <summary>How <c>nullable</c> is kept where Microsoft.OpenApi would drop it.</summary>
    public const string NullableExtension = "x-nullable";

    private static readonly HashSet<string> SchemaMaps =
        new(StringComparer.Ordinal) { "properties", "patternProperties", "$defs", "definitions", "dependentSchemas" };

    private static readonly HashSet<string> SchemaLists = new(StringComparer.Ordinal) { "allOf", "anyOf", "oneOf", "prefixItems" };

    private static readonly HashSet<string> SubSchemas = new(StringComparer.Ordinal)
    {
        "items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else", "unevaluatedItems", "unevaluatedProperties",
    };

    /// <summary>Keywords that evaluate members of the same object elsewhere.</summary>
    private static readonly string[] Applicators = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"];

    /// <summary>Data of the API, which may look like anything.</summary>
    private static readonly HashSet<string> Data = new(StringComparer.Ordinal) { "example", "examples", "default", "enum", "const", "value" };

    /// <summary>Members whose own members have names of the author's.</summary>
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "paths", "webhooks", "responses", "callbacks", "parameters", "headers", "requestBodies", "pathItems", "content", "encoding",
    };

    /// <summary>Those of them that may have extensions, too.</summary>
    private static readonly HashSet<string> ExtensibleMaps = new(StringComparer.Ordinal) { "paths", "webhooks", "responses", "callbacks" };

    private readonly LimitRepair _limits = new(problems);
    private bool _isSwagger;
    private bool _hasXmlNodeTypes;
    private bool _hasSiblings;

    public void Mend(JsonObject root)
    {
        _isSwagger = root.ContainsKey("swagger");
        _hasXmlNodeTypes = XmlRepair.HasNodeTypes(root);
        _hasSiblings = !_isSwagger && root["openapi"]?.ToString().StartsWith("3.0", StringComparison.Ordinal) == false;
        MendSchemas((root["components"] as JsonObject)?["schemas"], "/components/schemas");
        MendSchemas(root["definitions"], "/definitions");
        MendParameters(_isSwagger ? root["parameters"] : null, "/parameters");
        foreach (var member in root.Where(member => member.Key != "definitions").ToList())
        {
            FindSchemas(member.Value, DocumentPointer.Append("", member.Key), Maps.Contains(member.Key) ? member.Key : null);
        }
    }

    /// <summary>Schemas outside the components stand under <c>schema</c>: of a parameter, a header, a media type.</summary>
    /// <param name="map">The member that the node is, if its own members have names of the author's: a parameter, too, can be called <c>schema</c>.</param>
    private void FindSchemas(JsonNode? node, string pointer, string? map = null)
    {
        switch (node)
        {
            case JsonObject parent:
                foreach (var member in parent.Where(member => IsLookedInto(member.Key, map)).ToList())
                {
                    var place = DocumentPointer.Append(pointer, member.Key);
                    if (map is not null)
                    {
                        FindSchemas(member.Value, place);
                    }
                    else if (member.Key is "schema" or "itemSchema" && member.Value is JsonObject schema)
                    {
                        MendSchema(schema, place);
                    }
                    else if (place != "/components/schemas")
                    {
                        MendParameters(_isSwagger && member.Key is "parameters" or "headers" ? member.Value : null, place);
                        FindSchemas(member.Value, place, Maps.Contains(member.Key) ? member.Key : null);
                    }
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    FindSchemas(items[i], $"{pointer}/{i}");
                }

                break;
        }
    }

    private static bool IsLookedInto(string name, string? map)
        => map is null ? !Data.Contains(name) && !IsExtension(name) : !(ExtensibleMaps.Contains(map) && IsExtension(name));

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>In 2.0 the limits of parameters and headers stand in themselves, not in a schema.</summary>
    private void MendParameters(JsonNode? node, string pointer)
    {
        IEnumerable<(string Name, JsonNode? Value)> parameters = node switch
        {
            JsonObject members => members.Select(member => (member.Key, member.Value)),
            JsonArray items => items.Select((item, i) => (i.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (name, value) in parameters.Where(parameter => parameter.Value is JsonObject).ToList())
        {
            _limits.MendParameter((JsonObject)value!, DocumentPointer.Append(pointer, name));
        }
    }

    private void MendSchema(JsonObject schema, string pointer)
    {
        NameUnevaluated(schema, pointer);
        if (_hasXmlNodeTypes)
        {
            XmlRepair.Mend(schema);
        }

        ComposeReference(schema);
        foreach (var member in schema.ToList())
        {
            var place = DocumentPointer.Append(pointer, member.Key);
            if (SchemaMaps.Contains(member.Key))
            {
                MendSchemas(member.Value, place);
            }
            else if (SchemaLists.Contains(member.Key) && member.Value is JsonArray list)
            {
                for (var i = 0; i < list.Count; i++)
                {
                    MendSubSchema(list[i], $"{place}/{i}");
                }
            }
            else if (SubSchemas.Contains(member.Key))
            {
                MendSubSchema(member.Value, place);
            }
        }

        _limits.Mend(schema, pointer);
        KeepNullable(schema);
        KeepAdditionalProperties(schema);
        KeepStricterBound(schema, "minimum", "exclusiveMinimum", (inclusive, exclusive) => inclusive > exclusive);
        KeepStricterBound(schema, "maximum", "exclusiveMaximum", (inclusive, exclusive) => inclusive < exclusive);
    }

    private void MendSubSchema(JsonNode? node, string pointer)
    {
        if (node is JsonObject schema)
        {
            MendSchema(schema, pointer);
        }
    }

    private void MendSchemas(JsonNode? node, string pointer)
    {
        foreach (var schema in (node as JsonObject ?? []).ToList())
        {
            var place = DocumentPointer.Append(pointer, schema.Key);
            if (schema.Value is JsonObject described)
            {
                MendSchema(described, place);
            }
            else
            {
                Replace((JsonObject)node!, schema.Key, schema.Value?.GetValueKind() ?? JsonValueKind.Null, place);
            }
        }
    }

    private void Replace(JsonObject schemas, string name, JsonValueKind kind, string pointer)
    {
        schemas[name] = kind == JsonValueKind.False ? new JsonObject { ["not"] = new JsonObject() } : new JsonObject();
        if (kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            problems.Add(SpecProblem.At(pointer, SpecProblemKind.NotSupported, "this is no schema", "Any JSON value"));
        }
    }

    /// <summary>
    /// Microsoft.OpenApi forgets <c>nullable</c> where no <c>type</c> stands beside it (<c>nullable, allOf: [$ref]</c>) and in 3.1,
    /// which has no such keyword any more; vendors write it there all the same.
    /// </summary>
    private static void KeepNullable(JsonObject schema)
    {
        if (IsTrue(schema["nullable"]))
        {
            schema[NullableExtension] = true;
        }
    }

    /// <summary>In an object of which nothing else evaluates members, <c>unevaluatedProperties</c> is another word for <c>additionalProperties</c>.</summary>
    private void NameUnevaluated(JsonObject schema, string pointer)
    {
        const string written = "unevaluatedProperties", read = "additionalProperties";
        if (schema[written] is not { } members || !(members is JsonObject || IsTrue(members)) || schema["type"]?.ToString() != "object"
            || schema.ContainsKey(read) || Applicators.Any(schema.ContainsKey))
        {
            return;
        }

        schema.Remove(written);
        schema[read] = members;
        places.Rename(pointer + "/" + read, written);
    }

    /// <summary>
    /// From 3.1 on, a reference and what stands beside it both hold. Microsoft.OpenApi reads the reference alone, but all of an <c>allOf</c>.
    /// </summary>
    private void ComposeReference(JsonObject schema)
    {
        if (_hasSiblings && schema["properties"] is JsonObject { Count: > 0 } && schema["$ref"] is JsonValue reference)
        {
            schema.Remove("$ref");
            var parts = schema["allOf"] as JsonArray ?? [];
            parts.Add(new JsonObject { ["$ref"] = reference });
            schema["allOf"] = parts;
        }
    }

    /// <summary>
    /// Microsoft.OpenApi doesn't tell <c>additionalProperties: true</c>, which asks for the members to be kept, from nothing said. An empty schema
    /// means the same.
    /// </summary>
    private static void KeepAdditionalProperties(JsonObject schema)
    {
        foreach (var keyword in new[] { "additionalProperties", "unevaluatedProperties" })
        {
            if (IsTrue(schema[keyword]))
            {
                schema[keyword] = new JsonObject();
            }
        }
    }

    /// <summary>Of two bounds on one side, Microsoft.OpenApi keeps the exclusive one; the stricter says all.</summary>
    private static void KeepStricterBound(JsonObject schema, string inclusive, string exclusive, Func<decimal, decimal, bool> isInclusiveStricter)
    {
        if (Number(schema[inclusive]) is { } included && Number(schema[exclusive]) is { } excluded)
        {
            schema.Remove(isInclusiveStricter(included, excluded) ? exclusive : inclusive);
        }
    }

    private static decimal? Number(JsonNode? node)
        => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<decimal>(out var number) ? number : null;

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;
}
