using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Diagnostics;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Emission;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Tests.Diagnostics;

public class InternalErrorTests
{
    private const string Document = """{ "openapi": "3.1.0", "info": { "title": "Shop", "version": "1" }, "paths": {} }""";

    [Fact]
    public void An_exception_of_ours_costs_its_part_and_says_where_it_came_from()
    {
        var context = Context();

        var part = context.Guard<string>(
            "/paths/~1pets/get", "The operation 'listPets'", () => throw new InvalidOperationException("a secret of the document"));

        Assert.Null(part);
        var problem = Assert.Single(context.Problems);
        Assert.Equal(SpecProblemKind.InternalErrorInPart, problem.Kind);
        Assert.Equal("/paths/~1pets/get", problem.Pointer);
        Assert.Equal(
            [
                "InvalidOperationException",
                "UploadGen.Generator.Binding.BindingContext.Guard",
                "The operation 'listPets' is left out, and everything else is generated as usual",
            ],
            problem.Arguments);
    }

    [Fact]
    public void An_exception_of_the_OpenAPI_reader_is_the_documents_fault()
    {
        var context = Context();

        context.Guard<object>("/paths/~1pets", "The operation 'listPets'", () => RuntimeExpression.Build(null!));

        Assert.Equal(SpecProblemKind.NotSupported, Assert.Single(context.Problems).Kind);
    }

    [Fact]
    public void A_cancellation_is_neither()
        => Assert.Throws<OperationCanceledException>(() => Context().Guard<object>("", "It", () => throw new OperationCanceledException()));

    [Theory]
    [InlineData(true, DiagnosticSeverity.Error)]
    [InlineData(false, DiagnosticSeverity.Warning)]
    public void The_message_says_that_the_document_is_not_at_fault_and_where_to_report(bool isWhole, DiagnosticSeverity severity)
    {
        var exception = Assert.Throws<FormatException>(() => _ = new Guid("x"));
        var problem = isWhole ? InternalErrors.OfClient(exception) : InternalErrors.OfPart(exception, "/paths", "Part of it is left out");
        var descriptor = Descriptors.Find(problem.Kind);
        var diagnostic = Diagnostic.Create(descriptor, Location.None, Descriptors.SeverityOf(problem.Kind), null, null, ["api.json", .. problem.Arguments]);

        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(severity, diagnostic.Severity);
        Assert.Equal("UPG000", diagnostic.Id);
        Assert.StartsWith("'api.json': UploadGen has a bug: FormatException in ", message, StringComparison.Ordinal);
        Assert.Contains("The document isn't at fault.", message, StringComparison.Ordinal);
        Assert.Contains("/issues", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_whose_places_cannot_be_found_are_shown_where_the_file_begins_beside_the_bug()
    {
        var problem = SpecProblem.At("/paths", SpecProblemKind.NotReadable, "it is broken");

        var shown = LocatedProblem.All("specs/api.json", [problem], () => throw new KeyNotFoundException());

        Assert.Equal([SpecProblemKind.NotReadable, SpecProblemKind.InternalErrorInPart], shown.Select(located => located.Kind));
        Assert.All(shown, located => Assert.Equal("specs/api.json(1,1)", located.ToDiagnostic().ToString().Split(':')[0]));
        Assert.Throws<OperationCanceledException>(() => LocatedProblem.All("api.json", [problem], () => throw new OperationCanceledException()));
    }

    [Fact]
    public void A_type_that_cannot_be_written_costs_its_file_and_no_other()
    {
        const string schemas = """{ "components": { "schemas": { "Pet": { "type": "object", "properties": { "name": { "type": "string" } } } } }, """;
        var token = TestContext.Current.CancellationToken;
        var spec = SpecCache.Parse(SpecCache.Read(new InMemoryText("shop.json", schemas + Document[1..]), new ItemMetadata("Shop"), token)!, token)!;
        var model = BoundSpec.Find(spec, token).Model!;
        var pet = Assert.IsType<RecordModel>(Assert.Single(model.Types));
        var broken = pet with { Name = "Broken", Properties = new[] { pet.Properties[0] with { Type = null! } }.ToEquatableArray() };

        var client = Emitter.EmitAll(model with { Types = new TypeModel[] { broken, pet }.ToEquatableArray() }, hasHttpClientFactory: false, token);

        Assert.Equal(
            ["Shop.Shop.Pet.g.cs", "Shop.Shop.ShopClient.g.cs", "Shop.Shop.ShopClientOptions.g.cs"],
            client.Files.Select(file => file.HintName).Order(StringComparer.Ordinal));
        var problem = Assert.Single(client.Problems);
        Assert.Equal(SpecProblemKind.InternalErrorInPart, problem.Kind);
        Assert.StartsWith("The type 'Broken' is left out", problem.Arguments[2], StringComparison.Ordinal);
    }

    private static BindingContext Context()
    {
        var token = TestContext.Current.CancellationToken;
        var spec = SpecCache.Parse(SpecCache.Read(new InMemoryText("shop.json", Document), new ItemMetadata("Shop"), token)!, token)!;
        var document = spec.Document(token)!;
        return new BindingContext(document, spec, new MovedPlaces(document.Written), token);
    }
}
