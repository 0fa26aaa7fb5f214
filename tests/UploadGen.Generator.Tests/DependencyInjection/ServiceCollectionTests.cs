using Microsoft.CodeAnalysis;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.DependencyInjection;

/// <summary>A client can be added to a service container where the project has one that makes HTTP clients.</summary>
public class ServiceCollectionTests
{
    private const string Extensions = "Shop.Api.ApiClientServiceCollectionExtensions.g.cs";
    private const string Builder = "Shop.Api.ApiClientBuilder.g.cs";

    public static TheoryData<string> Names => ["runflow.json", "cyberun.json", "images.json"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_Microsoft_Extensions_Http_nothing_is_said_of_containers(string name)
        => Assert.All(
            GeneratorRun.Of([InMemoryText.FromFile(Repository.Spec(name))], references: HttpClientFactory.References.Where(
                reference => !reference.Display!.EndsWith("Microsoft.Extensions.Http.dll", StringComparison.Ordinal)))
                .AssertCompiles().Files.Values,
            text => Assert.DoesNotContain("Microsoft.Extensions", text, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void With_it_two_files_are_added_and_the_others_stay_as_they_are(string name)
    {
        var text = InMemoryText.FromFile(Repository.Spec(name));
        var without = GeneratorRun.Of([text]).Files;

        var with = GeneratorRun.Of([text], references: HttpClientFactory.References).AssertCompiles().Files;

        Assert.Equal(without.Count + 2, with.Count);
        Assert.All(without, file => Assert.Equal(file.Value, with[file.Key]));
    }

    [Fact]
    public void The_added_files_are_what_a_person_has_read()
    {
        var text = InMemoryText.FromFile(Repository.Spec("runflow.json"));
        var without = GeneratorRun.Of([text]).Files;

        var with = GeneratorRun.Of([text], references: HttpClientFactory.References).Files;

        Snapshot.Verify("runflow.hosted", with.Where(file => !without.ContainsKey(file.Key)).ToDictionary());
    }

    [Fact]
    public void They_compile_in_projects_that_are_not_nullable()
        => GeneratorRun.Of(
            [InMemoryText.FromFile(Repository.Spec("runflow.json"))],
            references: HttpClientFactory.References,
            nullable: NullableContextOptions.Disable).AssertCompiles();

    [Fact]
    public void Documents_whose_clients_have_one_name_do_not_meet()
    {
        var spec = Spec.Document("{}");
        var metadata = new ItemMetadata("Shop", new Dictionary<string, string> { ["UploadGenClientName"] = "ApiClient" });

        var run = GeneratorRun.Of([new InMemoryText("first.json", spec), new InMemoryText("second.json", spec)], metadata, HttpClientFactory.References)
            .AssertCompiles();

        Assert.Contains("\"Shop.First.ApiClient.Storage\"", run.Files["Shop.First.ApiClientBuilder.g.cs"], StringComparison.Ordinal);
        Assert.Contains("\"Shop.Second.ApiClient.Storage\"", run.Files["Shop.Second.ApiClientBuilder.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_of_the_same_names_give_way_whether_or_not_there_is_a_container()
    {
        string[] schemas =
        [
            "ApiClientBuilder", "APICLIENTBUILDER", "ApiClientServiceCollectionExtensions", "IServiceCollection", "Microsoft", "HttpClientBuilderExtensions",
        ];
        var text = new InMemoryText(
            "api.json",
            Spec.Schemas(string.Join(", ", schemas.Select(name => $$""" "{{name}}": { "type": "object", "properties": { "a": { "type": "string" } } } """))));

        var without = GeneratorRun.Of([text]).AssertCompiles();
        var with = GeneratorRun.Of([text], references: HttpClientFactory.References).AssertCompiles();

        Assert.Equal(TypeNames(without).Append("ApiClientBuilder").Append("ApiClientServiceCollectionExtensions").Order(), TypeNames(with).Order());
    }

    [Theory]
    [InlineData("""{ "type": "http", "scheme": "bearer" }""", true, false)]
    [InlineData("""{ "type": "apiKey", "in": "header", "name": "X-Key" }""", true, false)]
    [InlineData("""{ "type": "http", "scheme": "basic" }""", false, true)]
    [InlineData(null, false, false)]
    public void Only_credentials_that_the_API_knows_are_offered(string? scheme, bool token, bool password)
    {
        var files = Secured(scheme).Files;

        Assert.Equal(token, files[Builder].Contains("UseTokenProvider", StringComparison.Ordinal));
        Assert.Equal(token, files[Extensions].Contains("<c>ApiKey</c>", StringComparison.Ordinal));
        Assert.Equal(password, files[Extensions].Contains("<c>Password</c>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("query", 2)]
    [InlineData("header", 1)]
    public void A_key_in_the_URL_is_not_logged(string location, int clientsWithoutLoggers)
    {
        var text = Secured($$"""{ "type": "apiKey", "in": "{{location}}", "name": "key" }""").Files[Extensions];

        Assert.Equal(clientsWithoutLoggers, text.Split(".RemoveAllLoggers()").Length - 1);
    }

    [Fact]
    public void A_hostile_document_stays_inside_its_literals()
        => Assert.All(
            Hostile.Strings,
            value => GeneratorRun.Of([new InMemoryText("api.json", Hostile.Document(value))], references: HttpClientFactory.References).AssertCompiles());

    private static GeneratorRun Secured(string? scheme)
    {
        var security = scheme is null ? "" : $$""", "components": { "securitySchemes": { "s": {{scheme}} } }, "security": [ { "s": [] } ]""";
        var spec = $$"""
            { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "servers": [ { "url": "https://api.example" } ],
              "paths": { "/x": { "get": { "operationId": "getX", "responses": { "204": { "description": "" } } } } }{{security}} }
            """;
        return GeneratorRun.Of([new InMemoryText("api.json", spec)], references: HttpClientFactory.References).AssertCompiles();
    }

    private static IEnumerable<string> TypeNames(GeneratorRun run)
        => run.Output.GetSymbolsWithName(_ => true, SymbolFilter.Type, TestContext.Current.CancellationToken).Select(type => type.Name);
}
