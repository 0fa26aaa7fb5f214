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

    /// <summary>
    /// Problems of a file with their places. Where those can't be found, that is a bug of ours: the problems are shown where the file begins, and the
    /// bug beside them, since an exception would silence the generator for every document of the project (CS8785).
    /// </summary>
    /// <param name="locate">Makes what finds the place of a problem.</param>
    public static IReadOnlyList<LocatedProblem> All(string path, IReadOnlyCollection<SpecProblem> problems, Func<Func<SpecProblem, Location>> locate)
    {
        if (problems.Count == 0)
        {
            return [];
        }

        try
        {
            var placeOf = locate();
            return problems.Select(problem => From(problem, placeOf(problem))).ToList();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var bug = InternalErrors.OfPart(exception, "", "What is wrong with it is shown where it begins");
            return problems.Append(bug).Select(problem => AtStart(problem, path)).ToList();
        }
    }

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
