using UploadGen.Generator.Documents;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Operations;

/// <summary>Says where operationIds are missing or stand twice; every operation gets a method all the same.</summary>
internal static class OperationIds
{
    /// <param name="operations">Each operation's id as the document writes it, pointer, and method, in the document's order.</param>
    public static IEnumerable<SpecProblem> Problems(IEnumerable<(string? Id, string Pointer, string Method)> operations)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, pointer, method) in operations)
        {
            if (id is not { Length: > 0 })
            {
                yield return SpecProblem.At(pointer, SpecProblemKind.OperationIdMissing, "The operation has no operationId", method);
            }
            else if (first.TryGetValue(id, out var owner))
            {
                var what = $"The operationId '{id}' is that of {owner} too";
                yield return SpecProblem.At(pointer + "/operationId", SpecProblemKind.OperationIdDuplicate, what, method);
            }
            else
            {
                first[id] = Describe(pointer);
            }
        }
    }

    /// <summary><c>/paths/~1v1~1assets/get</c> as HTTP says it.</summary>
    private static string Describe(string pointer)
    {
        var segments = pointer.Split('/');
        return segments[segments.Length - 1].ToUpperInvariant() + " " + DocumentPointer.Unescape(segments[2]);
    }
}
