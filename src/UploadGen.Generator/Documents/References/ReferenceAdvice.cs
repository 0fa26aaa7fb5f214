using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.References;

/// <summary>What to do about a reference that leads nowhere: a file that isn't the project's has to become it.</summary>
internal static class ReferenceAdvice
{
    private const string Default = "correct the reference or add what it names";

    /// <summary>The problem with what to do about it, if it is of this kind.</summary>
    public static SpecProblem AddTo(SpecProblem problem, SpecText source)
        => problem.Kind == SpecProblemKind.UnresolvedReference
            ? problem with { Arguments = problem.Arguments.Append(Of(problem.Arguments[0], source)).ToEquatableArray() }
            : problem;

    private static string Of(string reference, SpecText source)
    {
        var file = PartReference.FileOf(reference);
        if (file.Length == 0 || Names(file, source.Path) || source.Files.Any(other => Names(file, other.Path)))
        {
            return Default;
        }

        if (file.Contains("://"))
        {
            return "nothing is read from the network: download the file, add it to AdditionalFiles with UploadGen=\"false\", and refer to it by its path";
        }

        return DocumentFormats.Find(file) is null
            ? "the file is none that can be read: rename it to end in .json, .yaml or .yml, and add it to AdditionalFiles with UploadGen=\"false\""
            : $"'{file}' is no AdditionalFile of the project: add it to AdditionalFiles, with UploadGen=\"false\" if it shall have no client of its own";
    }

    private static bool Names(string reference, string path)
        => string.Equals(FileName.Last(reference), FileName.Last(path), StringComparison.OrdinalIgnoreCase);
}
