using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Overlays;
using UploadGen.Generator.Documents.Workflows;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Projects;

namespace UploadGen.Generator.Diagnostics;

/// <summary>The documents, overlays and workflows of a project, read as the generator reads them, so that both share one parse.</summary>
internal sealed class ProjectSpecs
{
    private readonly AdditionalFileAnalysisContext _context;

    public ProjectSpecs(AdditionalFileAnalysisContext context)
    {
        _context = context;
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var texts = context.Options.AdditionalFiles;
        Overlays = texts.Select(file => SpecCache.ReadOverlay(file, provider, context.CancellationToken)).OfType<OverlayText>().ToList();
        Workflows = texts.Select(file => SpecCache.ReadWorkflows(file, provider, context.CancellationToken)).OfType<WorkflowText>().ToList();
        var files = texts.Select(file => SpecCache.ReadFile(file, context.CancellationToken)).OfType<ReferencedFile>().ToList();
        Documents = texts
            .Select(file => SpecCache.Read(file, provider, context.CancellationToken))
            .OfType<SpecText>()
            .Select(text => text.With(Overlays).With(Workflows).With(files))
            .ToList();
    }

    public IReadOnlyList<OverlayText> Overlays { get; }

    public IReadOnlyList<WorkflowText> Workflows { get; }

    /// <summary>All that may be documents, each with its overlays and workflows.</summary>
    public IReadOnlyList<SpecText> Documents { get; }

    /// <summary>What is wrong with an overlay: that it has no document, what it says to it in vain, or what is wrong with what it says.</summary>
    public IEnumerable<SpecProblem> ProblemsOf(OverlayText overlay)
    {
        var documents = Documents.Where(document => document.Overlays.Contains(overlay)).ToList();
        if (documents.Count == 0)
        {
            var problem = overlay.Extends is { } file
                ? $"it extends '{file}', which is no AdditionalFile of the project. Nothing of it is applied"
                : "it has no document: no 'extends' names one by its relative path, and none beside it has its name without '.overlay'. "
                    + "Nothing of it is applied";
            return [SpecProblem.At("/overlay", SpecProblemKind.OverlayTarget, problem)];
        }

        return documents
            .Select(document => SpecCache.Parse(document, _context.CancellationToken))
            .OfType<ParsedSpec>()
            .SelectMany(spec => BoundSpec.Find(spec, _context.CancellationToken).FileProblems
                .Where(found => found.Path == overlay.Path && (found.Problem.Kind != SpecProblemKind.FlowFound || Allows(spec)))
                .Select(found => found.Problem))
            .Distinct();
    }

    /// <summary>What is wrong with a description of workflows: with all of it, or what it says to its documents in vain.</summary>
    public IEnumerable<SpecProblem> ProblemsOf(WorkflowText workflows)
        => WorkflowProblems.Find(workflows, Documents) is { } problem ? [problem] : Documents
            .Where(document => document.Workflows.Contains(workflows))
            .Select(document => SpecCache.Parse(document, _context.CancellationToken))
            .OfType<ParsedSpec>()
            .SelectMany(spec => BoundSpec.Find(spec, _context.CancellationToken).FileProblems)
            .Where(found => found.Path == workflows.Path)
            .Select(found => found.Problem)
            .Distinct();

    /// <summary>Whether the project lets a document's client be generated.</summary>
    public bool Allows(ParsedSpec spec)
    {
        var claims = Documents
            .Where(other => SpecCache.Parse(other, _context.CancellationToken)?.HasDocument == true)
            .Select(other => new NamespaceClaim(other.Path, other.Settings.Namespace));
        var requirements = new ProjectRequirements(
            ((CSharpCompilation)_context.Compilation).LanguageVersion,
            ProjectRequirements.ReadFramework(_context.Options.AnalyzerConfigOptionsProvider.GlobalOptions),
            EngineReference.IsIn(_context.Compilation));
        return !ClientFailures.FindInProject(spec, NamespaceOwners.FindConflicts(claims), requirements).Any();
    }
}
