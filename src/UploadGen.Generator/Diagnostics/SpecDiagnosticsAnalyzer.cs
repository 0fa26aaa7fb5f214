using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Diagnostics;

/// <summary>
/// Reports what is wrong with a document, in the document. It is an analyzer and not the generator, so that a problem that
/// moves by a line is reported anew without any code being generated anew. Problems that cost the whole client are the generator's
/// (<see cref="ClientFailures"/>).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecDiagnosticsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(
        Descriptors.InternalError,
        Descriptors.UnresolvedReference,
        Descriptors.OperationId,
        Descriptors.NotSupported,
        Descriptors.Contradiction,
        Descriptors.FlowFound,
        Descriptors.FlowNotBound,
        Descriptors.WorkflowNotBound,
        Descriptors.OverlayTarget,
        Descriptors.DuplicateName);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var project = new ProjectSpecs(context);
        if (project.Overlays.FirstOrDefault(overlay => overlay.Path == context.AdditionalFile.Path) is { } overlay)
        {
            Report(context, overlay.Path, overlay.Text, project.ProblemsOf(overlay).ToList());
        }
        else if (project.Workflows.FirstOrDefault(workflows => workflows.Path == context.AdditionalFile.Path) is { } workflows)
        {
            Report(context, workflows.Path, workflows.Text, project.ProblemsOf(workflows).ToList());
        }
        else if (project.Documents.FirstOrDefault(document => document.Path == context.AdditionalFile.Path) is { } text
            && SpecCache.Parse(text, context.CancellationToken) is { } spec)
        {
            // Where no client is generated, nobody wants to hear what its methods would do.
            var isGenerated = project.Allows(spec);
            var problems = BoundSpec.Find(spec, context.CancellationToken).Problems
                .Where(problem => !ClientFailures.Include(problem.Kind) && (isGenerated || problem.Kind != SpecProblemKind.FlowFound));
            Report(context, text.Path, text.Text, problems.ToList());
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, string path, string text, IReadOnlyCollection<SpecProblem> problems)
    {
        foreach (var problem in LocatedProblem.All(path, problems, () => new SpecLocator(path, text, problems).Locate))
        {
            context.ReportDiagnostic(problem.ToDiagnostic());
        }
    }
}
