using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Names the document's schemas. A qualified name (<c>models__asset__Asset__FullValidator</c>, <c>Acme.Api.Asset</c>)
/// becomes the shortest of its suffixes that no other schema shares.
/// </summary>
internal static class SchemaNames
{
    private static readonly string[] Separators = ["__", ".", "+", "/", "::"];

    public static IReadOnlyDictionary<string, string> Assign(IEnumerable<string> schemaIds, NameScope scope)
    {
        var ids = schemaIds.ToList();
        var segments = ids.ToDictionary(id => id, Segments, StringComparer.Ordinal);
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var suffix in segments.Values.SelectMany(Suffixes))
        {
            owners[suffix] = owners.TryGetValue(suffix, out var count) ? count + 1 : 1;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var suffixes = Suffixes(segments[id]).ToList();
            var free = suffixes.Where(suffix => owners[suffix] == 1 && !scope.IsTaken(suffix) && EngineNames.Avoid(suffix) == suffix);
            var shortest = free.FirstOrDefault() ?? suffixes.Last();
            names[id] = scope.Take(EngineNames.Avoid(shortest));
        }

        return names;
    }

    private static List<string> Segments(string id)
    {
        var segments = id.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(segment => segment.Any(char.IsLetterOrDigit)).ToList();
        return segments.Count == 0 ? [id] : segments;
    }

    private static IEnumerable<string> Suffixes(List<string> segments)
    {
        for (var start = segments.Count - 1; start >= 0; start--)
        {
            // A version or a bare number says nothing by itself.
            if (start > 0 && !char.IsLetter(segments[start][0]))
            {
                continue;
            }

            yield return CSharpName.Bounded(CSharpName.Pascal(string.Join(" ", segments.Skip(start)), "Schema"));
        }
    }
}
