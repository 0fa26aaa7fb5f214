using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Overlays;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>What a document is bound to: its model, and what is said about its flows.</summary>
internal sealed class BoundDocument
{
    private readonly BoundSpec _bound;

    private BoundDocument(BoundSpec bound)
    {
        _bound = bound;
    }

    public ApiModel Model => _bound.Model!;

    /// <summary>What UPG007 says.</summary>
    public IReadOnlyList<SpecProblem> Found => Problems(SpecProblemKind.FlowFound);

    /// <summary>What UPG008 says.</summary>
    public IReadOnlyList<SpecProblem> NotBound => Problems(SpecProblemKind.FlowNotBound);

    /// <summary>What is said of files beside the document.</summary>
    public IReadOnlyList<FileProblem> InFiles => _bound.FileProblems;

    /// <param name="text">The document.</param>
    /// <param name="overlay">An overlay for it.</param>
    /// <param name="workflows">Descriptions of workflows that may be for it.</param>
    public static BoundDocument Bind(InMemoryText text, string? overlay = null, params InMemoryText[] workflows)
    {
        var token = TestContext.Current.CancellationToken;
        var read = SpecCache.Read(text, new ItemMetadata("Shop"), token)!;
        var all = overlay is null ? read : read.With([OverlayClaim.Read(read.Format, Path.ChangeExtension(text.Path, ".overlay.json"), overlay)!]);
        var texts = workflows.Select(file => SpecCache.ReadWorkflows(file, new ItemMetadata("Shop"), token)!);
        var spec = SpecCache.Parse(all.With(texts), token)!;
        Assert.Empty(spec.FileProblems);
        return new BoundDocument(BoundSpec.Find(spec, token));
    }

    private List<SpecProblem> Problems(SpecProblemKind kind) => _bound.Problems.Where(problem => problem.Kind == kind).ToList();
}
