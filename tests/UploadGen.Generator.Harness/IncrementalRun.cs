using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UploadGen.Generator.Documents;

namespace UploadGen.Generator.Harness;

/// <summary>A project that is open in an editor: the generator runs, something is edited, it runs again.</summary>
public sealed class IncrementalRun
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
    private static readonly CSharpCompilation Code = GeneratorRun.Compilation("internal class Before { }", NullableContextOptions.Enable, Parse);

    private readonly Compilation _compilation;
    private readonly GeneratorDriver _driver;

    private IncrementalRun(GeneratorDriver driver, Compilation compilation)
    {
        _compilation = compilation;
        _driver = driver.RunGenerators(compilation);
        Result = _driver.GetRunResult().Results[0];
    }

    public GeneratorRunResult Result { get; }

    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static IncrementalRun Of(ItemMetadata metadata, params AdditionalText[] texts)
    {
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        return new(CSharpGeneratorDriver.Create([new UploadClientGenerator().AsSourceGenerator()], texts, Parse, metadata, options), Code);
    }

    public IncrementalRun EditCode(string code = "internal class After { }")
        => new(
            _driver,
            _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.Single(), CSharpSyntaxTree.ParseText(code, Parse, "Program.cs")));

    public IncrementalRun AddReferences(IEnumerable<MetadataReference> references) => new(_driver, _compilation.AddReferences(references));

    public IncrementalRun EditDocument(AdditionalText before, AdditionalText after) => new(_driver.ReplaceAdditionalText(before, after), _compilation);

    public IncrementalRun AddDocument(AdditionalText text) => new(_driver.AddAdditionalTexts([text]), _compilation);

    public IncrementalRun RemoveDocument(AdditionalText text) => new(_driver.RemoveAdditionalTexts([text]), _compilation);

    public IncrementalRun ChangeMetadata(ItemMetadata metadata) => new(_driver.WithUpdatedAnalyzerConfigOptions(metadata), _compilation);

    /// <summary>Why each step was run for a document, or not.</summary>
    public RunReasons Reasons(string path) => new(
        Reason(Result.TrackedSteps, Steps.Read, path),
        Reason(Result.TrackedSteps, Steps.Parse, path),
        Reason(Result.TrackedSteps, Steps.Bind, path),
        Reason(Result.TrackedSteps, Steps.Emit, path),
        OutputReason(path));

    /// <summary>Why the files of a document were handed over. What is reported is handed over beside them.</summary>
    private IncrementalStepRunReason OutputReason(string path)
        => Result.TrackedOutputSteps["SourceOutput"]
            .Single(step => Path(step) == path && step.Inputs.Any(input => input.Source.Name == Steps.Emit))
            .Outputs.Single().Reason;

    private static IncrementalStepRunReason Reason(ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps, string name, string path)
    {
        Assert.True(steps.ContainsKey(name), $"There is no step {name}; there are {string.Join(", ", steps.Keys)}.");
        return steps[name].Single(step => Path(step) == path).Outputs.Single().Reason;
    }

    /// <summary>The document that a step worked on: the path that its input's input … was read from.</summary>
    private static string? Path(IncrementalGeneratorRunStep step)
        => step.Outputs.Select(output => (output.Value as SpecText)?.Path).FirstOrDefault(path => path is not null)
            ?? step.Inputs.Select(input => Path(input.Source)).FirstOrDefault(path => path is not null);
}
