using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Tests.Naming;

/// <summary>Names that mean something in C# mean nothing to a document, and break nothing.</summary>
public class AwkwardNamesTests
{
    private static readonly string[] Words =
    [
        "System", "Task", "String", "Object", "Equals", "record", "class", "Shop", "Api", "ApiClient", "UploadGen", "Core", "Type", "Exception", "Func", "List",
        "Uri", "Guid",
        "DateTimeOffset", "JsonElement", "JsonCodec", "CancellationToken", "HttpClient", "Stream", "IProgress", "Attribute", "Obsolete", "GeneratedCode",
        "Nullable", "Void", "Dictionary",
        "dynamic", "var", "global", "file", "required", "scoped", "field", "async", "await", "partial", "nint", "_", "int", "null", "this", "value", "Program",
        "Validation", "Sent",
        "Value", "Match", "Clone", "EqualityContract", "PrintMembers", "GetType", "ToString", "Finalize", "MemberwiseClone", "GetHashCode", "ReferenceEquals",
        "op_Equality", "Deconstruct",
    ];

    private static readonly string[] Members =
    [
        "reader", "writer", "name", "member", "additionalMembers", "validation", "builder", "Read", "Write", "Validate", "AdditionalProperties",
        "additionalProperties", "_", "__", "a", "A",
        "a-b", "a_b", "aB", "+", "-", "*", "@", "$ref", "$id", "1", "1st", "2.0", "", " ", "é", "e\u0301", "画像", "get", "set", "init", "with", "and", "or",
        "not", "nameof", "typeof", "ref",
        "in", "out", "params", "return", "event", "static", "void", "object", "string", "bool", "default", "checked", "nullValue", "readerValue", "Item",
        "get_Item", "<Clone>$",
    ];

    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    public void Schemas_called_like_types_keywords_and_members_compile(NullableContextOptions nullable)
    {
        // Each has a property called like itself, of its own type, of the next type, and of every shape there is.
        var schemas = Words.Select((word, i) => $$"""
            {{Spec.Json(word)}}: { "type": "object", "required": [{{Spec.Json(word)}}, "list"], "properties": {
              {{Spec.Json(word)}}: { "type": "string", "format": "date-time" },
              "self": { "$ref": "#/components/schemas/{{word}}" },
              {{Spec.Json(Words[(i + 1) % Words.Length])}}: { "$ref": "#/components/schemas/{{Words[(i + 1) % Words.Length]}}" },
              "list": { "type": "array", "items": { "$ref": "#/components/schemas/{{word}}" } },
              "map": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/{{word}}" } },
              "kind": { "type": "string", "enum": ["Value", "Equals", "kind", "Kind", "{{word}}", "ToString"] },
              "any": {}, "uri": { "type": "string", "format": "uri" }, "id": { "type": "string", "format": "uuid" }
            } }
            """);

        GeneratorRun.Of(Sending(schemas), nullable: nullable).AssertCompiles();
    }

    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    public void Properties_of_any_name_compile_and_keep_it_on_the_wire(NullableContextOptions nullable)
    {
        var names = Words.Concat(Members).Distinct(StringComparer.Ordinal).ToList();
        string[] shapes =
        [
            """{ "type": ["string", "null"], "maxLength": 5 }""",
            """{ "type": "integer" }""",
            """{ "type": "array", "items": { "type": "string" } }""",
        ];
        var properties = names.Select((name, i) => $"{Spec.Json(name)}: {shapes[i % 3]}");
        var required = string.Join(", ", names.Where((_, i) => i % 2 == 0).Select(Spec.Json));
        var schema = $$"""
            "Thing": { "type": "object", "required": [{{required}}],
              "properties": { {{string.Join(", ", properties)}} }, "additionalProperties": { "type": "integer" } }
            """;

        var run = GeneratorRun.Of(Sending([schema]), nullable: nullable).AssertCompiles();

        var text = run.Files["Shop.Api.Thing.g.cs"];
        Assert.All(names.Where(name => name.All(char.IsAsciiLetterOrDigit)), name => Assert.Contains($"\"{name}\"u8", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Enum_values_of_any_name_compile()
    {
        var values = string.Join(", ", Words.Concat(Members).Distinct(StringComparer.Ordinal).Select(Spec.Json));

        GeneratorRun.Of(Spec.Schemas($$""" "Kind": { "type": "string", "enum": [{{values}}] } """)).AssertCompiles();
    }

    [Fact]
    public void Union_variants_of_any_name_compile()
    {
        var variants = Words.Select(word => $$"""{ "$ref": "#/components/schemas/{{word}}" }""");
        var schemas = Words.Select(word => $$""" {{Spec.Json(word)}}: { "type": "object", "required": ["x"], "properties": { "x": { "type": "string" } } } """);

        GeneratorRun.Of(Spec.Schemas($$"""{{string.Join(", ", schemas)}}, "Union": { "oneOf": [ {{string.Join(", ", variants)}}, { "type": "string" } ] }"""))
            .AssertCompiles();
    }

    [Fact]
    public void Operations_and_parameters_of_any_name_compile()
    {
        var operations = Words.Concat(Members).Distinct(StringComparer.Ordinal).Select((name, i) => $$"""
            "/p{{i}}/{{"{"}}{{(i % 2 == 0 ? "id" : "body")}}}": { "post": {
              "operationId": {{Spec.Json(name)}},
              "parameters": [
                { "name": {{(i % 2 == 0 ? "\"id\"" : "\"body\"")}}, "in": "path", "required": true, "schema": { "type": "string" } },
                { "name": {{Spec.Json(name)}}, "in": "query", "schema": { "type": "string" } },
                { "name": {{Spec.Json(name)}}, "in": "header", "schema": { "type": "integer" } },
                { "name": "cancellationToken", "in": "query", "schema": { "type": "boolean" } },
                { "name": "progress", "in": "query", "schema": { "type": "string" } }
              ],
              "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": {
                {{Spec.Json(name)}}: { "type": "string", "format": "binary" }, "content": { "type": "string" }, "body": { "type": "string" } } } } } },
              "responses": { "204": { "description": "" } } } }
            """);

        GeneratorRun.Of(Spec.Document($$"""{ {{string.Join(",\n", operations)}} }""")).AssertCompiles();
    }

    private static string Sending(IEnumerable<string> schemas)
        => Spec.Document($$"""
            { "/a": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": {
                {{string.Join(", ", Words.Select((word, i) => $$""" "p{{i}}": { "$ref": "#/components/schemas/{{word}}" } """))}},
                "thing": { "$ref": "#/components/schemas/Thing" } } } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Task" } } } } } } } },
            "components": { "schemas": { {{string.Join(",\n", schemas)}} } }
            """);
}
