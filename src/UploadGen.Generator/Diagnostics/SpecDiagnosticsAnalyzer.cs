using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Projects;

namespace UploadGen.Generator.Diagnostics;

/// <summary>
/// Reports what is wrong with a document, in the document. It is an analyzer and not the generator, so that a problem that
/// moves by a line is reported anew without any code being generated anew.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecDiagnosticsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(
        Descriptors.InternalError,
        Descriptors.NotReadable,
        Descriptors.VersionNotSupported,
        Descriptors.UnresolvedReference,
        Descriptors.OperationId,
        Descriptors.NotSupported,
        Descriptors.Contradiction,
        Descriptors.FlowFound,
        Descriptors.FlowNotBound,
        Descriptors.BadMetadata,
        Descriptors.OverlayTarget,
        Descriptors.CompilerTooOld,
        Descriptors.NamespaceTaken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var project = new ProjectSpecs(context.Options, context.CancellationToken);
        if (project.Overlays.FirstOrDefault(overlay => overlay.Path == context.AdditionalFile.Path) is { } overlay)
        {
            Report(context, overlay.Path, overlay.Text, isSwagger: false, project.ProblemsOf(overlay).ToList());
        }
        else if (project.Documents.FirstOrDefault(document => document.Path == context.AdditionalFile.Path) is { } text && SpecCache.Parse(text, context.CancellationToken) is { } spec)
        {
            // Where no client is generated, nobody wants to hear what its methods would do.
            var faults = ProjectProblems(spec, project, context).ToList();
            var problems = BoundSpec.Of(spec, context.CancellationToken).Problems.Where(problem => faults.Count == 0 || problem.Kind != SpecProblemKind.FlowFound);
            Report(context, text.Path, text.Text, spec.IsSwagger, problems.Concat(faults).ToList());
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, string path, string text, bool isSwagger, IReadOnlyCollection<SpecProblem> problems)
    {
        var locator = new SpecLocator(path, text, isSwagger, problems);
        foreach (var problem in problems)
        {
            object[] arguments = [FileName.Last(path), .. problem.Arguments];
            var descriptor = Descriptors.Of(problem.Kind);
            context.ReportDiagnostic(Diagnostic.Create(descriptor, locator.Locate(problem), Descriptors.SeverityOf(problem.Kind), additionalLocations: null, properties: null, arguments));
        }
    }

    /// <summary>What isn't the document's fault.</summary>
    private static IEnumerable<SpecProblem> ProjectProblems(ParsedSpec spec, ProjectSpecs project, AdditionalFileAnalysisContext context)
    {
        if (!spec.HasDocument)
        {
            return [];
        }

        var language = ((CSharpCompilation)context.Compilation).LanguageVersion;
        return CompilerRequirement.IsMet(language)
            ? NamespaceProblems(spec.Source, project, context.CancellationToken)
            : [SpecProblem.At("", SpecProblemKind.CompilerTooOld, language.ToDisplayString())];
    }

    /// <summary>Another document generates into the same namespace, and has the better right to it.</summary>
    private static IEnumerable<SpecProblem> NamespaceProblems(SpecText text, ProjectSpecs project, CancellationToken cancellationToken)
    {
        var claims = project.Documents
            .Where(other => string.Equals(other.Settings.Namespace, text.Settings.Namespace, StringComparison.OrdinalIgnoreCase))
            .Where(other => SpecCache.Parse(other, cancellationToken)?.HasDocument == true)
            .Select(other => new NamespaceClaim(other.Path, other.Settings.Namespace));
        return NamespaceOwners.Conflicts(claims)
            .Where(conflict => conflict.Source == text.Path)
            .Select(conflict => SpecProblem.At("", SpecProblemKind.NamespaceTaken, conflict.Namespace, FileName.WithFolder(conflict.Owner)));
    }
}
