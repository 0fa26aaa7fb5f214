namespace UploadGen.Generator.Naming;

/// <summary>Finds the name that somebody meant who wrote another.</summary>
internal static class NearestName
{
    private const int MaxLength = 100;
    private const int MinBeginning = 4;

    /// <summary>The known name that is nearest to one that isn't known; null where none is near.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return null;
        }

        var most = Math.Max(1, name.Length / 3);
        return known
            .Where(candidate => candidate.Length > 0 && (Math.Abs(candidate.Length - name.Length) <= most || BeginsLike(name, candidate)))
            .Select(candidate => (Name: candidate, Distance: BeginsLike(name, candidate) ? 1 : Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>The end of a sentence about a name that isn't known: it asks whether another was meant, if one is near.</summary>
    /// <param name="otherwise">The end where none is near.</param>
    public static string Question(string name, IEnumerable<string> known, string otherwise = ".")
        => Find(name, known) is { } near ? $"; did you mean '{near}'?" : otherwise;

    /// <summary>A sentence that asks whether another name was meant, before the next one; nothing if none is near.</summary>
    public static string Asked(string name, IEnumerable<string> known) => Find(name, known) is { } near ? $"Did you mean '{near}'? " : "";

    /// <summary>Whether one is the beginning of the other: <c>stat</c>, <c>status</c>.</summary>
    private static bool BeginsLike(string name, string candidate)
        => Math.Min(name.Length, candidate.Length) >= MinBeginning
            && (candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(candidate, StringComparison.OrdinalIgnoreCase));

    /// <summary>How many letters are to be changed, added, taken away or exchanged with their neighbor.</summary>
    private static int Distance(string left, string right)
    {
        var (before, last, current) = (Array.Empty<int>(), Enumerable.Range(0, right.Length + 1).ToArray(), Array.Empty<int>());
        for (var i = 1; i <= left.Length; i++)
        {
            current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, current);
        }

        return last[right.Length];
    }
}
