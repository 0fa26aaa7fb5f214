using UploadGen.Generator.Binding;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Projects;

namespace UploadGen.Generator.Diagnostics;

/// <summary>
/// What costs the client of a document, or a part of it. The generator reports it, and not the analyzer: where a client is missing the compiler
/// stops at the code that uses it, before any analyzer is heard.
/// </summary>
internal static class ClientFailures
{
    /// <summary>Whether the generator reports a problem of this kind. The analyzer reports the others.</summary>
    public static bool Include(SpecProblemKind kind) => kind
        is SpecProblemKind.InternalError
        or SpecProblemKind.InternalErrorInPart
        or SpecProblemKind.NotReadable
        or SpecProblemKind.PerhapsNotReadable
        or SpecProblemKind.VersionNotSupported
        or SpecProblemKind.BadMetadata
        or SpecProblemKind.ProjectTooOld
        or SpecProblemKind.NamespaceTaken;

    /// <summary>The failures of one document.</summary>
    public static IEnumerable<SpecProblem> Find(
        ParsedSpec spec, IEnumerable<NamespaceConflict> conflicts, ProjectRequirements requirements, CancellationToken cancellationToken)
    {
        var own = BoundSpec.Find(spec, cancellationToken).Problems.Where(problem => Include(problem.Kind));
        return own.Concat(FindInProject(spec, conflicts, requirements));
    }

    /// <summary>Those that aren't the document's fault. No client is generated from a document that has one.</summary>
    public static IEnumerable<SpecProblem> FindInProject(ParsedSpec spec, IEnumerable<NamespaceConflict> conflicts, ProjectRequirements requirements)
    {
        if (!spec.HasDocument)
        {
            return [];
        }

        return requirements.FindProblem() is { } lack
            ? [lack]
            : conflicts
                .Where(conflict => conflict.Source == spec.Source.Path)
                .Select(conflict => SpecProblem.At(
                    "", SpecProblemKind.NamespaceTaken, conflict.Namespace, FileName.WithFolder(conflict.Owner), "**/" + FileName.WithFolder(conflict.Source)));
    }

    /// <summary>The same with their places, so that they can be reported without the document.</summary>
    public static EquatableArray<LocatedProblem> Locate(ParsedSpec spec, IEnumerable<SpecProblem> failures)
    {
        var problems = failures.ToList();
        return LocatedProblem.All(spec.Source.Path, problems, () => new SpecLocator(spec.Source.Path, spec.Source.Text, problems).Locate).ToEquatableArray();
    }
}
