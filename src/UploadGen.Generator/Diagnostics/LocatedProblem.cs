using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Diagnostics;

/// <summary>A problem with its place in a file. It compares by value, so that a step of the generator may give it on.</summary>
internal sealed record LocatedProblem(SpecProblemKind Kind, EquatableArray<string> Arguments, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocatedProblem From(SpecProblem problem, Location location)
        => new(problem.Kind, problem.Arguments, location.GetLineSpan().Path, location.SourceSpan, location.GetLineSpan().Span);

    /// <summary>A problem of a whole document: it is shown where the document begins.</summary>
    public static LocatedProblem AtStart(SpecProblem problem, string path) => new(problem.Kind, problem.Arguments, path, default, default);

    public Diagnostic ToDiagnostic()
    {
        object[] arguments = [FileName.Last(Path), .. Arguments];
        return Diagnostic.Create(
            Descriptors.Find(Kind),
            Location.Create(Path, Span, Lines),
            Descriptors.SeverityOf(Kind),
            additionalLocations: null,
            properties: null,
            arguments);
    }
}
