using System.Text;

namespace UploadGen.Core;

/// <summary>
/// Secrets as they are looked for in texts: letters and digits alone, in one case, for whoever repeats a secret may write all else in another way. Not
/// thread-safe.
/// </summary>
/// <param name="secrets">The secrets. They are looked at only when the first text is asked about: most uploads tell nothing.</param>
internal sealed class SecretLetters(IEnumerable<string> secrets)
{
    private const int Shortest = 3;

    /// <summary>The hash codes of all runs of so many letters. A text is looked up in them, which takes no longer for long secrets.</summary>
    private readonly Dictionary<int, HashSet<int>> _runs = [];

    private string[]? _letters;

    /// <summary>The letters and digits of all that a text can be read as.</summary>
    public static List<string> Spellings(string text) => [.. TextSpellings.Of(text).Select(Letters).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a text holds so many letters of a secret in a row, or all of a shorter one.</summary>
    /// <param name="text">One of <see cref="Spellings"/>.</param>
    /// <param name="window">How many.</param>
    /// <param name="shortest">The length of the shortest secret that is looked for.</param>
    public bool AreIn(string text, int window, int shortest = Shortest)
    {
        _letters ??= [.. secrets.SelectMany(TextSpellings.Unescaped).Select(Letters).Where(static secret => secret.Length >= Shortest).Distinct(StringComparer.Ordinal)];
        if (Array.Exists(_letters, secret => secret.Length >= shortest && secret.Length < window && text.Contains(secret, StringComparison.Ordinal)))
        {
            return true;
        }

        if (!_runs.TryGetValue(window, out var runs))
        {
            _runs.Add(window, runs = [.. _letters.SelectMany(secret => Runs(secret, window))]);
        }

        return runs.Count > 0 && Runs(text, window).Any(runs.Contains);
    }

    private static IEnumerable<int> Runs(string text, int length)
        => Enumerable.Range(0, Math.Max(0, text.Length - length + 1)).Select(start => string.GetHashCode(text.AsSpan(start, length)));

    /// <summary>What was left out between letters stays a break.</summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter) || letter == Redaction.Omission)
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
        }

        return letters.ToString();
    }
}
