using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UploadGen.Generator;

namespace UploadGen.Analyzers.Tests.Harness;

/// <summary>
/// A context of System.Text.Json's in a project that has a document. Both generators run, as they do in a build, so that it shows what becomes of the JSON.
/// </summary>
internal sealed class JsonContextTest
{
    private const string Document = """
        "Full": { "type": "object", "properties": { "file_name": { "type": "string" } } },
        "Item": { "type": "object", "required": ["item_name"], "properties": { "item_name": { "type": "string" } } },
        "Kind": { "type": "string", "enum": ["image", "video"] },
        "Place": { "anyOf": [ { "type": "string" }, { "type": "integer" } ] }
        """;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly Type JsonGenerator = FindJsonGenerator();

    private readonly string _markup;
    private readonly Compilation _compilation;

    /// <param name="contextAttributes">The attributes of the context.</param>
    /// <param name="expression">What is written by it: a value of the type <c>T</c>.</param>
    /// <param name="types">Types beside it.</param>
    /// <param name="runsJsonGenerator">There are types at which that generator never ends.</param>
    public JsonContextTest(string contextAttributes, string expression, string types = "", bool runsJsonGenerator = true)
    {
        _markup = Source(contextAttributes, expression, types);
        var compilation = AnalyzerTest.Compile("").RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(Markup.Strip(_markup), Parse, "Test.cs"));
        CSharpGeneratorDriver
            .Create(
                [new UploadClientGenerator().AsSourceGenerator(), .. runsJsonGenerator ? [CreateJsonGenerator()] : Array.Empty<ISourceGenerator>()],
                [new InMemoryText("api.json", Spec.Schemas(Document))],
                Parse,
                new ItemMetadata("Shop"))
            .RunGeneratorsAndUpdateCompilation(compilation, out _compilation, out var diagnostics, TestContext.Current.CancellationToken);
        Said = [.. diagnostics.Where(diagnostic => diagnostic.Id == "UPG113")];
        Errors = [.. _compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>What UploadGen's generator said.</summary>
    public IReadOnlyList<Diagnostic> Said { get; }

    /// <summary>What the compiler has against the code.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; }

    /// <summary>Whether the compiler stops at declarations that don't compile, before it asks any analyzer.</summary>
    public bool BreaksDeclarations
        => _compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>The source text with marks where the analyzer reports it, and the same as it was given.</summary>
    public async Task<(string Expected, string Actual)> MarksAsync()
    {
        var found = await FindAsync();
        return (_markup, Markup.Annotate(Markup.Strip(_markup), found.Select(diagnostic => diagnostic.Location.SourceSpan)));
    }

    /// <summary>What the analyzer reports.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync()
        => [.. (await AnalyzerTest.AnalyzeAsync(_compilation)).Where(diagnostic => diagnostic.Id == "UPG113")];

    /// <summary>The JSON that the context writes.</summary>
    public string Run()
    {
        using var image = new MemoryStream();
        var result = _compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext("context", isCollectible: true);
        try
        {
            return (string)context.LoadFromStream(image).GetType("Program")!.GetMethod("Run")!.Invoke(null, [])!;
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
        finally
        {
            context.Unload();
        }
    }

    private static string Source(string contextAttributes, string expression, string types) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Shop.Api;
        using UploadGen.Core;

        {{contextAttributes}}
        internal sealed partial class Context : JsonSerializerContext;

        internal static class Program
        {
            private static Full Full => new() { FileName = "a.png" };

            private static Item Item => new() { ItemName = "a.png" };

            public static string Run() => Write({{expression}});

            private static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Context.Default);
        }

        {{types}}
        """;

    private static ISourceGenerator CreateJsonGenerator() => ((IIncrementalGenerator)Activator.CreateInstance(JsonGenerator)!).AsSourceGenerator();

    private static Type FindJsonGenerator()
    {
        var path = typeof(JsonContextTest).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "JsonGenerator")
            .Value!;
        return Assembly.LoadFrom(path).GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator", throwOnError: true)!;
    }
}
