using System.Text.Json.Nodes;
using UploadGen.Generator.Tests.Harness;
using UploadGen.Generator.Tests.RoundTrips;

namespace UploadGen.Generator.Tests.Schemas;

/// <summary>Schemas that derive from each other by <c>allOf</c>, below one with a <c>discriminator</c>.</summary>
public class HierarchyTests
{
    private const string Pets = """
        "Pet": { "type": "object", "required": ["kind", "name"], "properties": { "kind": { "type": "string" }, "name": { "type": "string", "minLength": 1 } },
          "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat", "dog": "Dog", "hound": "Dog" } } },
        "Cat": { "allOf": [ { "$ref": "#/components/schemas/Pet" }, { "type": "object", "properties": { "lives": { "type": "integer" } } } ] },
        "Dog": { "type": "object", "allOf": [ { "$ref": "#/components/schemas/Pet" } ], "required": ["bark"], "properties": { "bark": { "type": "boolean" } } },
        "Puppy": { "allOf": [ { "$ref": "#/components/schemas/Dog" } ], "properties": { "weeks": { "type": "integer", "maximum": 20 } } },
        "Thing": { "type": "object", "properties": {
          "pet": { "$ref": "#/components/schemas/Pet" }, "pets": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } } } }
        """;

    [Fact]
    public void A_derived_value_goes_where_the_base_is_asked_for_and_says_its_kind_itself()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Pets), """
            static string Sent() => JsonSerializer.Serialize(new Thing
            {
                Pet = new Cat { Name = "a", Lives = 9 },
                Pets = new Pet[] { new Dog { Name = "b", Bark = true }, new Puppy { Name = "c", Bark = false, Weeks = 8 } },
            });
            static string Declared() => JsonSerializer.Serialize<Pet>(new Cat { Name = "a" });
            """);

        Assert.Equal(
            """{"pet":{"kind":"cat","name":"a","lives":9},"pets":[{"kind":"dog","name":"b","bark":true},{"kind":"Puppy","name":"c","bark":false,"weeks":8}]}""",
            code.Call("Sent"));
        Assert.Equal("""{"kind":"cat","name":"a"}""", code.Call("Declared"));
    }

    [Theory]
    [InlineData("""{"kind":"cat","name":"a","lives":9}""", "Cat")]
    [InlineData("""{"name":"a","bark":true,"kind":"dog"}""", "Dog")]
    [InlineData("""{"kind":"hound","name":"a","bark":true}""", "Dog")]
    [InlineData("""{"kind":"Puppy","name":"a","bark":true,"weeks":3}""", "Puppy")]
    public void What_is_read_has_its_own_type(string json, string type)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas(Pets));

        var value = code.Read("Pet", json);
        Assert.Equal(type, value.GetType().Name);
        Assert.Null(JsonMeaning.Difference(JsonNode.Parse(json), JsonNode.Parse(code.Write(value))));
    }

    [Fact]
    public void A_member_that_only_the_derived_schema_requires_is_asked_for_in_what_is_sent()
    {
        using var code = GeneratedAssembly.Of(
            Spec.Sending("""
                "Pet": { "type": "object", "required": ["kind"], "properties": {
                    "kind": { "type": "string" }, "name": { "type": "string" }, "age": { "type": "integer" } },
                  "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat" } } },
                "Cat": { "allOf": [ { "$ref": "#/components/schemas/Pet" } ], "required": ["name", "age"], "properties": { "lives": { "type": "integer" } } },
                "Thing": { "type": "object", "properties": { "pet": { "$ref": "#/components/schemas/Pet" } } }
                """),
            """
            static string Sent() => JsonSerializer.Serialize(new Thing { Pet = new Cat { Name = "a", Age = 1, Lives = 9 } });
            """);
        var missing = default(Core.Validation);
        ((Core.IValidatable)code.Read("Thing", """{"pet":{"kind":"cat","lives":9}}""")).Validate(ref missing);
        var whole = default(Core.Validation);
        ((Core.IValidatable)code.Read("Thing", """{"pet":{"kind":"cat","name":"a","age":1}}""")).Validate(ref whole);

        Assert.Equal("""{"pet":{"kind":"cat","name":"a","age":1,"lives":9}}""", code.Call("Sent"));
        Assert.Equal(["required", "required"], missing.Violations.Select(violation => violation.Keyword));
        Assert.Empty(whole.Violations);
    }

    [Theory]
    [InlineData("""{"kind":"bird","name":"a","wings":2,"nest":{"of":["twigs"]}}""")]
    [InlineData("""{"kind":"","name":"a"}""")]
    [InlineData("""{"name":"a","lives":9}""")]
    public void A_kind_that_is_unknown_or_missing_is_the_base_and_loses_nothing(string json)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas(Pets));

        var value = code.Read("Pet", json);
        Assert.Equal("Pet", value.GetType().Name);
        Assert.Equal(json.Replace("\"kind\":\"\",", "", StringComparison.Ordinal), code.Write(value));
    }

    [Fact]
    public void What_is_sent_is_checked_as_what_it_is()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Pets), """
            static string Broken(Pet pet)
            {
                var validation = default(UploadGen.Core.Validation);
                ((UploadGen.Core.IValidatable)new Thing { Pet = pet }).Validate(ref validation);
                return string.Join(" ", validation.Violations.Select(violation => violation.Pointer + " " + violation.Keyword));
            }
            static string OfBase() => Broken(new Pet { Name = "" });
            static string OfDerived() => Broken(new Puppy { Name = "", Bark = true, Weeks = 21 });
            static string OfAnother() => Broken(new Pet { Name = "a", Kind = "bird" });
            """);

        Assert.Equal("/pet/kind required /pet/name minLength", code.Call("OfBase"));
        Assert.Equal("/pet/name minLength /pet/weeks maximum", code.Call("OfDerived"));
        Assert.Equal("", code.Call("OfAnother"));
    }

    [Fact]
    public void A_second_discriminator_tells_further_types_apart()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Fish": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } },
              "discriminator": { "propertyName": "kind", "mapping": { "shark": "#/components/schemas/Shark" } } },
            "Shark": { "allOf": [ { "$ref": "#/components/schemas/Fish" } ], "required": ["kind", "teeth"],
              "properties": { "kind": { "type": "string", "enum": ["shark"] }, "teeth": { "$ref": "#/components/schemas/Teeth" } },
              "discriminator": { "propertyName": "teeth", "mapping": { "saw": "#/components/schemas/Saw" } } },
            "Saw": { "allOf": [ { "$ref": "#/components/schemas/Shark" } ], "properties": { "length": { "type": "integer" } } },
            "Teeth": { "type": "string", "enum": ["saw", "none"] }
            """), "static string Sent() => JsonSerializer.Serialize<Fish>(new Saw { Length = 2 });");

        Assert.Equal("Saw", code.Read("Fish", """{"kind":"shark","teeth":"saw"}""").GetType().Name);
        Assert.Equal("Shark", code.Read("Fish", """{"kind":"shark","teeth":"none","x":1}""").GetType().Name);
        Assert.Equal("""{"kind":"shark","teeth":"none","x":1}""", code.RoundTrip("Fish", """{"kind":"shark","teeth":"none","x":1}"""));
        Assert.Equal("""{"kind":"shark","teeth":"saw","length":2}""", code.Call("Sent"));
    }

    [Theory]
    [InlineData("3.0.3", """ "oneOf": [ { "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" } ], """)]
    [InlineData("3.1.0", """ "anyOf": [ { "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" } ], """)]
    [InlineData("3.0.3", "")]
    public void The_alternatives_of_a_base_need_not_be_said_and_a_discriminator_need_not_be_described(string version, string alternatives)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas($$"""
            "Pet": { "type": "object", {{alternatives}} "properties": { "name": { "type": "string" } }, "discriminator": { "propertyName": "$type" } },
            "Cat": { "allOf": [ { "$ref": "#/components/schemas/Pet" } ], "properties": { "lives": { "type": "integer" } } },
            "Dog": { "allOf": [ { "$ref": "#/components/schemas/Pet" } ] }
            """, version));

        Assert.Equal("Cat", code.Read("Pet", """{"$type":"Cat"}""").GetType().Name);
        Assert.Equal("Dog", code.Read("Pet", """{"$type":"Dog","name":"a"}""").GetType().Name);
        Assert.Equal("""{"$type":"Dog","name":"a"}""", code.RoundTrip("Pet", """{"$type":"Dog","name":"a"}"""));
        Assert.Null(code.Type("Pet").GetProperty("Lives"));
    }

    [Fact]
    public void Older_documents_have_hierarchies_too()
    {
        using var code = GeneratedAssembly.Of("""
            { "swagger": "2.0", "info": { "title": "Old", "version": "1" }, "paths": {}, "definitions": {
              "Pet": { "type": "object", "discriminator": "kind", "required": ["kind"], "properties": { "kind": { "type": "string" } } },
              "Cat": { "x-ms-discriminator-value": "my cat", "allOf": [ { "$ref": "#/definitions/Pet" } ], "properties": { "lives": { "type": "integer" } } },
              "Dog": { "allOf": [ { "$ref": "#/definitions/Pet" } ], "properties": { "bark": { "type": "boolean" } } } } }
            """);

        Assert.Equal("Cat", code.Read("Pet", """{"kind":"my cat"}""").GetType().Name);
        Assert.Equal("Dog", code.Read("Pet", """{"kind":"Dog"}""").GetType().Name);
    }

    [Fact]
    public void Who_says_something_else_of_a_member_stays_a_type_by_itself()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Pet": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" }, "size": { "type": "integer" } },
              "discriminator": { "propertyName": "kind" } },
            "Cat": { "allOf": [ { "$ref": "#/components/schemas/Pet" } ], "properties": { "size": { "type": "string" } } },
            "Dog": { "allOf": [ { "$ref": "#/components/schemas/Pet" } ], "properties": { "bark": { "type": "boolean" } } }
            """));

        Assert.Equal(typeof(object), code.Type("Cat").BaseType);
        Assert.Equal("Dog", code.Read("Pet", """{"kind":"Dog"}""").GetType().Name);
    }

    [Fact]
    public void What_derives_from_an_included_type_is_included()
    {
        var run = GeneratorRun.Of(
            Spec.Document($$"""
                { "/pets": { "get": { "operationId": "getPet", "responses": { "200": { "description": "", "content": {
                  "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } } } } } }, "components": { "schemas": { {{Pets}} } }
                """),
            new Dictionary<string, string> { ["UploadGenInclude"] = "getPet" }).AssertCompiles();

        Assert.Contains("Shop.Api.Puppy.g.cs", run.Files.Keys);
        Assert.DoesNotContain("Shop.Api.Thing.g.cs", run.Files.Keys);
    }
}
