using System.Text.Json.Nodes;

namespace UploadGen.Generator.Tests.JsonSchemaSuite;

/// <summary>A schema of the suite, and values that are valid or not.</summary>
/// <param name="Id">What its schema is called in the document.</param>
/// <param name="Name">Keyword and description.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Tests">Each with a value and whether it is valid.</param>
internal sealed record SuiteGroup(string Id, string Name, JsonNode Schema, JsonArray Tests)
{
    public static IReadOnlyList<SuiteGroup> OfFile(string path)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(path));
        var keyword = (folder is "format" or "optional" ? folder + "/" : "") + Path.GetFileNameWithoutExtension(path);
        return JsonNode.Parse(File.ReadAllText(path))!.AsArray()
            .Select((group, i) => new SuiteGroup($"S{i}", $"{keyword}: {group!["description"]}", group["schema"]!, group["tests"]!.AsArray()))
            .Select(group => folder == "format" ? group.OfStrings() : group)
            .ToList();
    }

    /// <summary>Without a type, <c>format</c> is an annotation. Beside it, it is a limit of strings.</summary>
    private SuiteGroup OfStrings()
    {
        Schema["type"] = "string";
        var strings = Tests.Where(test => test!["data"]?.GetValueKind() == System.Text.Json.JsonValueKind.String);
        return this with { Tests = new JsonArray([.. strings.Select(test => test!.DeepClone())]) };
    }

    /// <summary>
    /// The schema as components of an OpenAPI document: itself with what it defines, and <c>{ "value": … }</c> around it, so that a scalar has a place.
    /// </summary>
    public IEnumerable<(string Name, JsonNode? Schema)> Components()
    {
        var own = Schema.DeepClone();
        (own as JsonObject)?.Remove("$schema");
        yield return (Id, Redirect(own));
        yield return ("Holder" + Id, JsonNode.Parse($$"""
            { "type": "object", "required": ["value"], "properties": { "value": { "$ref": "#/components/schemas/{{Id}}" } } }
            """));
    }

    /// <summary>In a document of its own, <c>#</c> is the schema; in OpenAPI it is the document, unless the schema has a name of its own.</summary>
    private JsonNode? Redirect(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject parent when !IsResource(parent):
                foreach (var (name, value) in parent.ToList())
                {
                    if (name == "$ref" && value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    {
                        parent[name] = Redirected(value.GetValue<string>());
                    }
                    else if (name is not ("const" or "enum" or "default"))
                    {
                        Redirect(value);
                    }
                }

                break;
            case JsonArray items:
                items.ToList().ForEach(item => Redirect(item));
                break;
        }

        return node;
    }

    private static bool IsResource(JsonObject schema) => schema["$id"] is JsonValue id && id.GetValueKind() == System.Text.Json.JsonValueKind.String;

    private string Redirected(string reference) => reference.StartsWith('#') ? $"#/components/schemas/{Id}{reference[1..]}" : reference;
}
