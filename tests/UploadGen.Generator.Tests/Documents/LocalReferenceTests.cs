namespace UploadGen.Generator.Tests.Documents;

/// <summary>References to places of the document that are no components: they are followed, and what they lead to is generated once.</summary>
public class LocalReferenceTests
{
    private const string Client = "Shop.Api.ApiClient.g.cs";

    /// <summary>An operation with a part of each kind, as others refer to it.</summary>
    private const string Create = """
        "/as/{id}": { "post": { "operationId": "createA",
          "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "integer", "maximum": 9 } } ],
          "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "properties": {
            "size": { "type": "object", "properties": { "width": { "type": "integer" } } } } } } } },
          "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "object", "properties": {
            "list": { "type": "array", "items": { "type": "object", "properties": { "x": { "type": "integer" } } } } } } } } },
            "404": { "description": "no", "content": { "application/json": { "schema": { "type": "object", "properties": { "why": {
              "type": "string" } } } } } } } } }
        """;

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    [InlineData("3.2.0")]
    public async Task Parts_of_an_operation_are_those_of_another_too(string version)
    {
        const string update = """
            "/bs/{id}": { "post": { "operationId": "updateB",
              "parameters": [ { "$ref": "#/paths/~1as~1%7Bid%7D/post/parameters/0" } ],
              "requestBody": { "$ref": "#/paths/~1as~1{id}/post/requestBody" },
              "responses": { "200": { "$ref": "#/paths/~1as~1%7Bid%7D/post/responses/200" }, "404": {
                "$ref": "#/paths/~1as~1%7Bid%7D/post/responses/404" } } } }
            """;
        var run = await GenerateAsync(Spec.Document($$"""{ {{update}}, {{Create}} }""", version));

        Assert.Matches(@"Task<CreateAResponse> CreateAAsync\(\s+.*long id,\s+.*CreateABody\?? body", run.Files[Client]);
        Assert.Matches(@"Task<CreateAResponse> UpdateBAsync\(\s+.*long id,\s+.*CreateABody\?? body", run.Files[Client]);
        Assert.Equal(2, run.Files[Client].Split("with a <c>CreateAError</c> in it").Length - 1);
        Assert.Equal(["CreateABody", "CreateABodySize", "CreateAError", "CreateAResponse", "CreateAResponseListItem"], Types(run));
    }

    [Theory]
    [InlineData("#/paths/~1as~1%7Bid%7D/post/responses/200/content/application~1json/schema", "CreateAResponse")]
    [InlineData("#/paths/~1as~1%7Bid%7D/post/responses/200/content/application~1json/schema/properties/list/items", "CreateAResponseListItem")]
    [InlineData("#/paths/~1as~1{id}/post/requestBody/content/application~1json/schema/properties/size", "CreateABodySize")]
    [InlineData("#/paths/~1as~1{id}/post/parameters/0/schema", "long")]
    [InlineData("#/components/schemas/Thing/properties/part", "ThingPart")]
    [InlineData("#/components/schemas/Thing/definitions/extra", "ThingExtra")]
    [InlineData("#/components/schemas/Thing/properties/list/items", "ThingListItem")]
    [InlineData("#/components/schemas/Thing/properties/a~1b~0c", "ThingABC")]
    [InlineData("#/components/schemas/Thing/properties/any", "global::System.Text.Json.JsonElement")]
    [InlineData("#/components/schemas/Thing/additionalProperties", "ThingValue")]
    [InlineData("#/components/schemas/Pair/allOf/1", "Pair2")]
    [InlineData("#/components/schemas/Choice/oneOf/1", "ChoiceOption2")]
    [InlineData("#/components/parameters/Page/schema", "PageKind")]
    [InlineData("#/components/x-shared/Money", "Money")]
    [InlineData("#/x-shared", "XShared")]
    [InlineData("#/x-shared/Alias", "Thing")]
    public async Task A_schema_is_one_type_wherever_it_stands(string reference, string type)
    {
        const string components = """
            "components": {
              "parameters": { "Page": { "name": "kind", "in": "query", "schema": { "enum": ["a", "b"], "type": "string" } } },
              "x-shared": { "Money": { "type": "object", "properties": { "thing": { "$ref": "#/components/schemas/Thing/properties/part" } } } },
              "schemas": {
                "Thing": { "type": "object",
                  "properties": { "part": { "type": "object", "properties": { "x": { "type": "integer" } } }, "any": {},
                    "list": { "type": "array", "items": { "type": "object", "properties": { "y": { "type": "integer" } } } },
                    "a/b~c": { "type": "object", "properties": { "z": { "type": "integer" } } } },
                  "additionalProperties": { "type": "object", "properties": { "v": { "type": "integer" } } },
                  "definitions": { "extra": { "type": "object", "properties": { "e": { "type": "integer" } } } } },
                "Pair": { "allOf": [ { "type": "object", "properties": { "p": { "type": "integer" } } }, { "type": "object", "properties": { "q": {
                  "type": "integer" } } } ] },
                "Choice": { "oneOf": [ { "type": "object", "properties": { "c": { "type": "integer" } } }, { "type": "object", "properties": { "d": {
                  "type": "integer" } } } ] } } },
            "x-shared": { "type": "object", "properties": { "s": { "type": "integer" } }, "Alias": { "$ref": "#/components/schemas/Thing" } }
            """;
        var all = $$"""
            "/page": { "get": { "operationId": "page", "parameters": [ { "$ref": "#/components/parameters/Page" } ], "responses": { "204": {
              "description": "" } } } }, {{Create}}
            """;
        var alone = await GenerateAsync(Spec.Document($$"""{ {{all}} }, {{components}}"""));

        var run = await GenerateAsync(Spec.Document($$"""{ {{Get(reference)}}, {{all}} }, {{components}}"""));

        Assert.Contains($"Task<{type}> GetAsync(", run.Files[Client], StringComparison.Ordinal);
        Assert.All(Types(alone), name => Assert.Equal(alone.Files[$"Shop.Api.{name}.g.cs"], run.Files[$"Shop.Api.{name}.g.cs"]));
    }

    [Fact]
    public async Task A_type_is_called_after_its_own_place_although_another_comes_first()
    {
        const string upload = """
            "/v1/uploads": { "post": { "operationId": "upload_v1_uploads_post", "responses": { "default": { "description": "ok", "content": {
              "application/json": {
              "schema": { "type": "object", "properties": { "part": { "type": "object", "properties": { "x": { "type": "integer" } } } } } } } } } } }
            """;
        const string root = "#/paths/~1v1~1uploads/post/responses/default";

        var run = await GenerateAsync(Spec.Document($$"""
            { {{Get(root + "/content/application~1json/schema/properties/part")}},
              "/all": { "get": { "operationId": "all", "responses": { "200": { "$ref": "{{root}}" } } } }, {{upload}} }
            """));

        Assert.Contains("Task<UploadResponsePart> GetAsync(", run.Files[Client], StringComparison.Ordinal);
        Assert.Contains("Task<UploadResponse> AllAsync(", run.Files[Client], StringComparison.Ordinal);
        Assert.Equal(["UploadResponse", "UploadResponsePart"], Types(run));
    }

    [Fact]
    public async Task A_type_has_a_name_although_its_own_place_is_not_generated()
    {
        var document = Spec.Document($$"""
            { {{Get("#/paths/~1as~1%7Bid%7D/post/responses/200/content/application~1json/schema/properties/list/items")}}, {{Create}} }
            """);

        var run = GeneratorRun.Of(document, new Dictionary<string, string> { ["UploadGenInclude"] = "get" }).AssertCompiles();

        Assert.Equal(["CreateAResponseListItem"], Types(run));
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public async Task A_path_is_put_in_place_of_a_reference_to_it(string version)
    {
        const string swagger = """
            { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "produces": ["application/json"], "paths": { "/c": {
              "$ref": "#/paths/~1b" }, "/b": { "$ref": "#/paths/~1a" },
              "/a": { "parameters": [ { "name": "p", "in": "query", "type": "string" } ],
                "post": { "operationId": "postA", "consumes": ["multipart/form-data"], "parameters": [ { "name": "f", "in": "formData", "type": "file" } ],
                  "responses": { "200": { "description": "", "schema": { "type": "object", "properties": { "x": { "type": "integer" } } } } } } } } }
            """;
        var document = version == "2.0" ? swagger : Spec.Document(
            """
            { "/c": { "$ref": "#/paths/~1b" }, "/b": { "$ref": "#/paths/~1a" },
              "/a": { "parameters": [ { "name": "p", "in": "query", "schema": { "type": "string" } } ],
                "post": { "operationId": "postA",
                  "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { "f": { "type": "string",
                    "format": "binary" } } } } } },
                  "responses": { "200": { "description": "", "content": { "application/json": { "schema": {
                    "type": "object", "properties": { "x": { "type": "integer" } } } } } } } } } }
            """,
            version);

        var run = GeneratorRun.Of(document).AssertCompiles();

        foreach (var method in new[] { "PostA", "PostB", "PostC" })
        {
            Assert.Matches($@"Task<PostAResponse> {method}Async\(\s+global::UploadGen.UploadContent\? f = null,\s+string\? p = null,", run.Files[Client]);
        }

        Assert.Equal(["PostAResponse"], Types(run));
        var others = (await run.PrintedDocumentDiagnosticsAsync()).Where(message => !message.Contains("info UPG007", StringComparison.Ordinal));
        Assert.All(others, message => Assert.Contains("The operation has no operationId", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_point_0_has_its_components_elsewhere()
    {
        var run = await GenerateAsync("""
            { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "consumes": ["application/json"], "produces": ["application/json"],
              "paths": {
                "/b": { "post": { "operationId": "b", "parameters": [ { "$ref": "#/paths/~1a/post/parameters/0" }, {
                  "$ref": "#/paths/~1a/post/parameters/1" } ],
                  "responses": { "200": { "$ref": "#/paths/~1a/post/responses/200" } } } },
                "/a": { "post": { "operationId": "a",
                  "parameters": [ { "name": "q", "in": "query", "type": "array", "items": { "type": "string" } },
                    { "name": "body", "in": "body", "required": true, "schema": { "type": "object", "required": ["n"], "properties": { "n": {
                      "type": "integer", "maximum": 5 } } } } ],
                  "responses": { "200": { "description": "", "schema": { "type": "object", "properties": { "x": { "type": "integer" } } } } } } },
                "/c": { "post": { "operationId": "c", "consumes": ["multipart/form-data"],
                  "parameters": [ { "$ref": "#/parameters/File" }, { "$ref": "#/paths/~1d/post/parameters/0" } ],
                  "responses": { "200": { "description": "", "schema": { "$ref": "#/definitions/T/properties/u" } } } } },
                "/d": { "post": { "operationId": "d", "consumes": ["multipart/form-data"],
                  "parameters": [ { "name": "note", "in": "formData", "type": "string" }, { "$ref": "#/parameters/File" } ], "responses": { "204": {
                    "description": "" } } } }
              },
              "parameters": { "File": { "name": "file", "in": "formData", "required": true, "type": "file" } },
              "definitions": { "T": { "type": "object", "properties": { "u": { "type": "object", "properties": { "v": { "type": "integer" } } } } } } }
            """);

        Assert.Matches(@"Task<AResponse> AAsync\(\s+ABody body,\s+.*IReadOnlyList<string>\? q = null,", run.Files[Client]);
        Assert.Matches(@"Task<AResponse> BAsync\(\s+ABody body,\s+.*IReadOnlyList<string>\? q = null,", run.Files[Client]);
        Assert.Matches(@"Task<TU> CAsync\(\s+global::UploadGen.UploadContent file,\s+string\? note = null,", run.Files[Client]);
        Assert.Matches(@"Task DAsync\(\s+global::UploadGen.UploadContent file,\s+string\? note = null,", run.Files[Client]);
        Assert.Equal(["ABody", "AResponse", "T", "TU"], Types(run));
    }

    [Fact]
    public async Task References_may_lead_to_references_and_into_what_was_moved()
    {
        var run = await GenerateAsync(Spec.Schemas("""
            "Inner": { "$ref": "#/components/schemas/A/properties/b/properties/c" },
            "Outer": { "type": "object", "properties": {
              "b": { "$ref": "#/components/schemas/A/properties/b" }, "c": { "$ref": "#/components/schemas/B/properties/b/properties/c" },
              "d": { "$ref": "#/components/schemas/Outer/properties/c" } } },
            "B": { "type": "object", "properties": { "b": { "$ref": "#/components/schemas/A/properties/b" } } },
            "A": { "type": "object", "properties": { "b": { "type": "object", "properties": { "c": { "type": "object", "properties": {
              "up": { "$ref": "#/components/schemas/A/properties/b" }, "self": { "$ref": "#/components/schemas/A/properties/b/properties/c" } } } } } } }
            """));

        var outer = run.Files["Shop.Api.Outer.g.cs"];
        Assert.Contains("public AB? B { get; init; }", outer, StringComparison.Ordinal);
        Assert.Contains("public ABC? C { get; init; }", outer, StringComparison.Ordinal);
        Assert.Contains("public ABC? D { get; init; }", outer, StringComparison.Ordinal);
        Assert.Contains("public AB? Up { get; init; }", run.Files["Shop.Api.ABC.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public ABC? Self { get; init; }", run.Files["Shop.Api.ABC.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["A", "AB", "ABC", "B", "Outer"], Types(run));
    }

    [Fact]
    public async Task A_union_and_a_limit_stay_what_they_are_when_a_part_is_referred_to()
    {
        const string schemas = """
            "Pet": { "oneOf": [ { "$ref": "#/components/schemas/Cat" },
              { "type": "object", "title": "Dog", "required": ["kind"], "properties": { "kind": { "type": "string", "const": "dog" }, "bone": {
                "type": "integer" } } }, { "type": "null" } ],
              "discriminator": { "propertyName": "kind" } },
            "Cat": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "const": "Cat" }, "fish": {
              "type": "integer" } } },
            "Thing": { "type": "object", "required": ["pet"], "properties": { "pet": { "$ref": "#/components/schemas/Pet" }, "code": {
              "type": "string", "maxLength": 3 },
              "tags": { "type": "array", "items": { "type": "string", "minLength": 2 } } } }
            """;
        const string other = """
            , "Other": { "type": "object", "properties": { "dog": { "$ref": "#/components/schemas/Pet/oneOf/1" }, "none": {
              "$ref": "#/components/schemas/Pet/oneOf/2" },
              "code": { "$ref": "#/components/schemas/Thing/properties/code" }, "tag": { "$ref": "#/components/schemas/Thing/properties/tags/items" } } }
            """;
        var alone = await GenerateAsync(Spec.Sending(schemas));

        var run = await GenerateAsync(Spec.Sending(schemas + other));

        Assert.All(Types(alone), name => Assert.Equal(alone.Files[$"Shop.Api.{name}.g.cs"], run.Files[$"Shop.Api.{name}.g.cs"]));
        Assert.Contains("public PetDog? Dog { get; init; }", run.Files["Shop.Api.Other.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_was_a_document_of_its_own_refers_to_its_own_parts()
    {
        var run = await GenerateAsync(Spec.Schemas("""
            "Tree": { "type": "object", "properties": { "leaf": { "$ref": "#/$defs/Leaf" } }, "$defs": { "Leaf": { "type": "object", "properties": {
              "x": { "type": "integer" } } } } }
            """));

        Assert.Contains("public TreeLeaf? Leaf { get; init; }", run.Files["Shop.Api.Tree.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.1.0", "#/definitions/Thing")]
    [InlineData("3.0.3", "#/components/responses/Thing")]
    [InlineData("2.0", "#/components/schemas/Thing")]
    public async Task The_section_of_a_component_may_be_mistaken(string version, string reference)
    {
        const string thing = """{ "Thing": { "type": "object", "properties": { "x": { "type": "integer" } } } }""";
        var document = version == "2.0"
            ? $$"""
              { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "produces": ["application/json"], "definitions": {{thing}}, "paths": {
                "/g": { "get": { "operationId": "get", "responses": { "200": { "description": "", "schema": { "$ref": "{{reference}}" } } } } } } }
              """
            : Spec.Document($$"""{ {{Get(reference)}} }, "components": { "schemas": {{thing}} }""", version);

        Assert.Contains("Task<Thing> GetAsync(", (await GenerateAsync(document)).Files[Client], StringComparison.Ordinal);
    }

    /// <summary>A document without a problem; that a form is an upload is none.</summary>
    private static async Task<GeneratorRun> GenerateAsync(string document)
    {
        var run = GeneratorRun.Of(document).AssertCompiles();
        Assert.DoesNotContain(await run.PrintedDocumentDiagnosticsAsync(), message => !message.Contains("info UPG007", StringComparison.Ordinal));
        return run;
    }

    private static string Get(string reference) => $$"""
        "/get": { "get": { "operationId": "get", "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": {
          "$ref": "{{reference}}" } } } } } } }
        """;

    private static IEnumerable<string> Types(GeneratorRun run)
        => run.Files.Keys
            .Select(name => name.Split('.')[2])
            .Where(name => !name.StartsWith("ApiClient", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
