using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.Generator.Tests.Output;

/// <summary>What a project says about a document is done.</summary>
public class SettingsTests
{
    private static readonly string Api = Spec.Document("""
        {
          "/albums": { "get": { "operationId": "listAlbums", "tags": ["Music"],
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Album" } } } } } } },
          "/albums/{id}/tracks": { "get": { "operationId": "listTracks", "tags": ["Music"],
            "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ],
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Track" } } } } } } },
          "/users": { "post": { "operationId": "createUser", "tags": ["People"], "responses": { "204": { "description": "" } } } }
        },
        "components": { "schemas": {
          "Album": { "type": "object", "properties": {
            "kind": { "type": "string", "enum": ["lp", "other"] }, "by": { "$ref": "#/components/schemas/Artist" } } },
          "Artist": { "type": "object", "properties": { "name": { "type": "string" } } },
          "Track": { "type": "object", "properties": { "x": { "oneOf": [ { "type": "string" }, { "type": "integer" } ] } } },
          "Unused": { "type": "object", "properties": { "a": { "type": "string" } } } } }
        """);

    [Theory]
    [InlineData(null, Accessibility.Public)]
    [InlineData("public", Accessibility.Public)]
    [InlineData("internal", Accessibility.Internal)]
    public void Accessibility_is_that_of_every_type(string? accessibility, Accessibility expected)
    {
        var metadata = accessibility is null ? null : new Dictionary<string, string> { ["UploadGenAccessibility"] = accessibility };
        var run = GeneratorRun.Of(Api, metadata).AssertCompiles();

        var types = Types(run);
        Assert.Contains(types, type => type.TypeKind == TypeKind.Struct);
        Assert.All(types, type => Assert.Equal(expected, type.DeclaredAccessibility));
    }

    [Fact]
    public void Namespace_and_client_name_are_as_given()
    {
        var run = GeneratorRun.Of(Api, new Dictionary<string, string> { ["UploadGenNamespace"] = "Acme.Music", ["UploadGenClientName"] = "Records" })
            .AssertCompiles();

        Assert.All(Types(run), type => Assert.Equal("Acme.Music", type.ContainingNamespace.ToDisplayString()));
        Assert.Contains(Types(run), type => type.Name == "Records");
    }

    [Theory]
    [InlineData("runflow.json", "Shop.Runflow.RunflowClient")]
    [InlineData("specs/openapi.v2.json", "Shop.OpenapiV2.OpenapiV2Client")]
    [InlineData("C:\\specs\\my-api.JSON", "Shop.MyApi.MyApiClient")]
    [InlineData("2024.json", "Shop.Api2024.Api2024Client")]
    [InlineData("class.json", "Shop.Class.ClassClient")]
    [InlineData(".json", "Shop.Api.ApiClient")]
    [InlineData("größe.json", "Shop.Größe.GrößeClient")]
    public void Else_they_come_from_the_file_name(string path, string client)
        => Assert.Contains(Types(GeneratorRun.Of(Api, path: path).AssertCompiles()), type => type.ToDisplayString() == client);

    [Theory]
    [InlineData("", "Api")]
    [InlineData("My-Company.2024.class", "MyCompany._2024.@class.Api")]
    [InlineData("System", "System.Api")]
    [InlineData("UploadGen", "UploadGen.Api")]
    [InlineData("Shop.", "Shop.Api")]
    public void A_root_namespace_that_CSharp_would_not_take_is_made_one(string root, string expected)
    {
        var run = GeneratorRun.Of([new InMemoryText("api.json", Api)], new ItemMetadata(root)).AssertCompiles();

        Assert.All(Types(run), type => Assert.Equal(expected, type.ContainingNamespace.ToDisplayString()));
    }

    [Theory]
    [InlineData("listAlbums", "", "ListAlbumsAsync", "Album Artist AlbumKind")]
    [InlineData("music", "", "ListAlbumsAsync ListTracksAsync", "Album Artist AlbumKind Track TrackX")]
    [InlineData("/albums/**", "", "ListTracksAsync", "Track TrackX")]
    [InlineData("/*", "", "ListAlbumsAsync CreateUserAsync", "Album Artist AlbumKind")]
    [InlineData("", "Music", "CreateUserAsync", "")]
    [InlineData("Music; People", "listTracks", "ListAlbumsAsync CreateUserAsync", "Album Artist AlbumKind")]
    public void Only_what_is_included_is_generated_and_only_the_schemas_it_reaches(string include, string exclude, string methods, string schemas)
    {
        var run = GeneratorRun.Of(Api, new Dictionary<string, string> { ["UploadGenInclude"] = include, ["UploadGenExclude"] = exclude }).AssertCompiles();

        var client = Types(run).Single(type => type.Name == "ApiClient");
        Assert.Equal(
            methods.Split(' ').Order(), client.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsVirtual).Select(method => method.Name).Order());
        Assert.Equal(
            schemas.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            Types(run).Select(type => type.Name).Where(name => name is not ("ApiClient" or "ApiClientOptions")).Order());
    }

    private static List<INamedTypeSymbol> Types(GeneratorRun run)
        => run.Result.GeneratedSources
            .SelectMany(source => source.SyntaxTree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>()
                .Select(type => run.Output.GetSemanticModel(source.SyntaxTree).GetDeclaredSymbol(type)!))
            .ToList();
}
