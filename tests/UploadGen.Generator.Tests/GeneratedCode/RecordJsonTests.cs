using System.Text.Json;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>Generated records, compiled and used: read, written, compared, as System.Text.Json sees them.</summary>
public class RecordJsonTests
{
    private static readonly JsonSerializerOptions InPieces = new() { DefaultBufferSize = 100 };

    private const string Optional = """
        "Thing": { "type": "object", "required": ["name"], "properties": {
          "name": { "type": "string" },
          "folder_id": { "anyOf": [ { "type": "string", "format": "uuid" }, { "type": "null" } ] },
          "count": { "type": ["integer", "null"] },
          "note": { "type": "string" } } }
        """;

    [Fact]
    public void An_optional_member_that_is_not_set_is_not_sent_and_one_set_to_null_is()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Optional), """
            static string Unset() => JsonSerializer.Serialize(new Thing { Name = "a" });
            static string Null() => JsonSerializer.Serialize(new Thing { Name = "a", FolderId = null, Count = null, Note = null });
            static string Value() => JsonSerializer.Serialize(new Thing { Name = "a", FolderId = Guid.Empty, Count = 0, Note = "" });
            static bool Differ() => new Thing { Name = "a" } != new Thing { Name = "a", FolderId = null };
            static string Copy() => JsonSerializer.Serialize(new Thing { Name = "a", FolderId = null } with { Count = 1 });
            """);

        Assert.Equal("""{"name":"a"}""", code.Call("Unset"));
        Assert.Equal("""{"name":"a","folder_id":null,"count":null}""", code.Call("Null"));
        Assert.Equal("""{"name":"a","folder_id":"00000000-0000-0000-0000-000000000000","count":0,"note":""}""", code.Call("Value"));
        Assert.Equal("""{"name":"a","folder_id":null,"count":1}""", code.Call("Copy"));
        Assert.True((bool)code.Call("Differ")!);
    }

    [Theory]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"name":"a","folder_id":null}""")]
    [InlineData("""{"name":"a","folder_id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","count":null}""")]
    public void What_is_sent_survives_being_read(string json)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Optional));

        Assert.Equal(json, code.RoundTrip("Thing", json));
        Assert.Equal(code.Read("Thing", json), code.Read("Thing", json));
    }

    [Fact]
    public void Unknown_members_order_and_nulls_of_a_server_do_no_harm()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Optional));

        Assert.Equal("""{"name":"b"}""", code.RoundTrip("Thing", """{ "x": [ { "name": 1 } ], "note": null, "name": "a", "y": {}, "name": "b" }"""));
    }

    /// <summary>From a stream, <c>JsonSerializer</c> hands over a value by a reader that expects more, which doesn't skip like another.</summary>
    [Fact]
    public async Task What_comes_from_a_stream_is_read_like_a_text()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Pet": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } },
              "discriminator": { "propertyName": "kind", "mapping": { "dog": "#/components/schemas/Dog" } } },
            "Dog": { "allOf": [ { "$ref": "#/components/schemas/Pet" }, { "type": "object", "properties": { "bark": { "type": "string" } } } ] },
            "Choice": { "oneOf": [ { "$ref": "#/components/schemas/Dog" }, { "type": "object", "properties": { "n": { "type": "integer" } } } ] }
            """));
        var items = string.Join(",", Enumerable.Repeat("""{ "x": { "a": [1, {}] }, "bark": "wuff", "y": [], "kind": "dog" }""", 2000));
        foreach (var name in new[] { "Pet", "Dog", "Choice" })
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"[{items}]"));

            var list = (System.Collections.IList)(await JsonSerializer.DeserializeAsync(
                stream, typeof(List<>).MakeGenericType(code.Type(name)), InPieces, TestContext.Current.CancellationToken))!;

            Assert.Equal(2000, list.Count);
            Assert.All(list.Cast<object>(), item => Assert.Equal("""{"kind":"dog","bark":"wuff"}""", code.Write(item)));
        }
    }

    [Fact]
    public void A_required_member_that_is_missing_is_named()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Thing": { "type": "object", "required": ["asset_id", "size", "parent"], "properties": {
              "asset_id": { "type": "string", "format": "uuid" }, "size": { "type": "integer" }, "parent": { "type": ["string", "null"] } } }
            """));

        const string Id = "\"asset_id\":\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"";
        var refused = (string json) => Assert.ThrowsAny<JsonException>(() => code.Read("Thing", json));
        Assert.Contains("'asset_id'", refused("""{"size":1,"parent":null}""").Message, StringComparison.Ordinal);
        Assert.Contains("'size'", refused($$"""{ {{Id}}, "parent":null}""").Message, StringComparison.Ordinal);
        Assert.Contains("'parent'", refused($$"""{ {{Id}}, "size":1}""").Message, StringComparison.Ordinal);
        refused($$"""{ {{Id}}, "size":null,"parent":null}""");
        Assert.Equal($$"""{{{Id}},"size":1,"parent":null}""", code.RoundTrip("Thing", $$"""{ "parent":null, "size":1, {{Id}} }"""));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("""{"name":1}""")]
    [InlineData("""{"name":"a","folder_id":"no uuid"}""")]
    [InlineData("""{"name":"a","count":1.5}""")]
    [InlineData("""{"name":"a","count":99999999999999999999}""")]
    public void A_value_of_another_type_is_a_JsonException(string json)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Optional));

        Assert.ThrowsAny<JsonException>(() => code.Read("Thing", json));
    }

    [Fact]
    public void Every_format_survives_a_round_trip()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "All": { "type": "object", "required": [
              "string", "i32", "i64", "float", "double", "decimal", "bool", "uuid", "time", "date", "uri", "bytes", "any",
              "list", "map", "maps", "nulls"], "properties": {
              "string": { "type": "string" }, "i32": { "type": "integer", "format": "int32" }, "i64": { "type": "integer" },
              "float": { "type": "number", "format": "float" }, "double": { "type": "number", "format": "double" },
              "decimal": { "type": "number", "format": "decimal" }, "bool": { "type": "boolean" },
              "uuid": { "type": "string", "format": "uuid" }, "time": { "type": "string", "format": "date-time" },
              "date": { "type": "string", "format": "date" }, "uri": { "type": "string", "format": "uri" },
              "bytes": { "type": "string", "format": "byte" },
              "any": {}, "list": { "type": "array", "items": { "type": "integer" } }, "map": { "type": "object", "additionalProperties": { "type": "number" } },
              "maps": { "type": "array", "items": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "boolean" } } } },
              "nulls": { "type": "array", "items": { "type": ["integer", "null"] } } } }
            """));
        const string Json = """
            {"string":"a","i32":-2147483648,"i64":9007199254740993,"float":0.5,"double":1E+300,"decimal":0.10,"bool":true,
            "uuid":"6f9619ff-8b86-d011-b42d-00c04fc964ff","time":"2026-02-21T10:00:00+01:00","date":"2026-02-21",
            "uri":"https://example.com/a?X-Sig=%2F","bytes":"AQID","any":{"a":[1,null]},"list":[1,2],"map":{"x":1.5},
            "maps":[{"y":[true,false]},{}],"nulls":[1,null]}
            """;

        AssertSameJson(Json, code.RoundTrip("All", Json));
    }

    [Fact]
    public void Members_beyond_the_known_ones_are_typed_data()
    {
        using var code = GeneratedAssembly.Of(
            Spec.Sending("""
                "Thing": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } },
                  "additionalProperties": { "$ref": "#/components/schemas/Size" } },
                "Size": { "type": "object", "required": ["w"], "properties": { "w": { "type": "integer" } } }
                """),
            """
            static string Write() => JsonSerializer.Serialize(
                new Thing { Name = "a", AdditionalProperties = new Dictionary<string, Size> { ["large"] = new Size { W = 1 } } });
            static long Read() => JsonSerializer.Deserialize<Thing>("{\"name\":\"a\",\"x\":{\"w\":7}}")!.AdditionalProperties["x"].W;
            """);

        Assert.Equal("""{"name":"a","large":{"w":1}}""", code.Call("Write"));
        Assert.Equal(7L, code.Call("Read"));
        Assert.Equal("""{"name":"a"}""", code.RoundTrip("Thing", """{"name":"a"}"""));
        Assert.ThrowsAny<JsonException>(() => code.Read("Thing", """{"name":"a","x":{}}"""));
    }

    [Fact]
    public void A_tree_is_read_and_written_to_any_depth_that_JSON_is()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Tree": { "type": "object", "required": ["value"], "properties": {
              "value": { "type": "integer" },
              "children": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } },
              "parent": { "$ref": "#/components/schemas/Tree" } } }
            """));
        var json = """{"value":0}""";
        for (var i = 1; i <= 25; i++)
        {
            json = i % 2 == 0 ? $$"""{"value":{{i}},"children":[{{json}},{"value":-1}]}""" : $$"""{"value":{{i}},"parent":{{json}}}""";
        }

        Assert.Equal(json, code.RoundTrip("Tree", json));
    }

    [Theory]
    [InlineData(""" "Loop": { "$ref": "#/components/schemas/Loop" } """)]
    [InlineData(""" "Ping": { "$ref": "#/components/schemas/Pong" }, "Pong": { "$ref": "#/components/schemas/Ping" } """)]
    [InlineData(""" "List": { "type": "array", "items": { "$ref": "#/components/schemas/List" } } """)]
    [InlineData(""" "Map": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Map" } } """)]
    [InlineData(""" "Self": { "allOf": [ { "$ref": "#/components/schemas/Self" } ], "properties": { "x": { "type": "integer" } } } """)]
    [InlineData(""" "Any": { "anyOf": [ { "$ref": "#/components/schemas/Any" }, { "type": "null" } ] } """)]
    [InlineData(""" "One": { "oneOf": [ { "$ref": "#/components/schemas/One" }, { "$ref": "#/components/schemas/Thing" } ] } """)]
    public void A_schema_made_of_nothing_but_itself_costs_the_others_nothing(string schema)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending($$"""
            "Thing": { "type": "object", "properties": { "other": { "$ref": "#/components/schemas/Other" } } },
            "Other": { "type": "object", "properties": { "thing": { "$ref": "#/components/schemas/Thing" } } },
            {{schema}}
            """));

        Assert.Equal("""{"other":{"thing":{"other":{}}}}""", code.RoundTrip("Thing", """{"other":{"thing":{"other":{}}}}"""));
    }

    [Fact]
    public void What_is_composed_by_allOf_is_one_record()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Base": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } },
            "Named": { "type": "object", "properties": { "name": { "type": "string" } } },
            "Thing": { "allOf": [
              { "$ref": "#/components/schemas/Base" },
              { "allOf": [ { "$ref": "#/components/schemas/Named" } ] },
              { "type": "object", "required": ["name"], "properties": { "size": { "type": "integer" } } } ] }
            """));

        Assert.Equal("""{"id":1,"name":"a","size":2}""", code.RoundTrip("Thing", """{"size":2,"name":"a","id":1}"""));
        Assert.ThrowsAny<JsonException>(() => code.Read("Thing", """{"id":1}"""));
    }

    private static void AssertSameJson(string expected, string actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), actual);
    }
}
