using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Overlays;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Diagnostics;

/// <summary>The documents and overlays of a project, read as the generator reads them, so that both share one parse.</summary>
internal sealed class ProjectSpecs
{
    private readonly CancellationToken _cancellationToken;

    public ProjectSpecs(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        var provider = options.AnalyzerConfigOptionsProvider;
        Overlays = options.AdditionalFiles.Select(file => SpecCache.ReadOverlay(file, provider, cancellationToken)).OfType<OverlayText>().ToList();
        var files = options.AdditionalFiles.Select(file => SpecCache.ReadFile(file, cancellationToken)).OfType<ReferencedFile>().ToList();
        Documents = options.AdditionalFiles.Select(file => SpecCache.Read(file, provider, cancellationToken)).OfType<SpecText>().Select(text => text.With(Overlays).With(files)).ToList();
    }

    public IReadOnlyList<OverlayText> Overlays { get; }

    /// <summary>All that may be documents, each with its overlays.</summary>
    public IReadOnlyList<SpecText> Documents { get; }

    /// <summary>What is wrong with an overlay: that it has no document, or what it says to it in vain.</summary>
    public IEnumerable<SpecProblem> ProblemsOf(OverlayText overlay)
    {
        var documents = Documents.Where(document => document.Overlays.Contains(overlay)).ToList();
        if (documents.Count == 0)
        {
            var problem = overlay.Extends is { } file
                ? $"it extends '{file}', which is no AdditionalFile of the project"
                : "it has no document: no 'extends' names one by its relative path, and none beside it has its name without '.overlay'";
            return [SpecProblem.At("/overlay", SpecProblemKind.OverlayTarget, problem)];
        }

        return documents
            .SelectMany(document => SpecCache.Parse(document, _cancellationToken)?.OverlayProblems ?? [])
            .Where(problem => problem.Path == overlay.Path)
            .Select(problem => problem.Problem);
    }
}
