using System.Text;

namespace UploadGen.Core;

/// <summary>
/// Secrets as they are looked for in texts: letters and digits alone, in one case, for whoever repeats a secret may write all else in another way.
/// </summary>
/// <param name="secrets">The secrets. They are looked at only when the first text is asked about: most uploads tell nothing.</param>
internal sealed class SecretLetters(IEnumerable<string> secrets)
{
    private const int Shortest = 3;

    private readonly Lazy<string[]> _letters = new(() =>
        [.. secrets.SelectMany(TextSpellings.Unescaped).Select(Letters).Where(static secret => secret.Length >= Shortest).Distinct(StringComparer.Ordinal)]);

    /// <summary>The letters and digits of all that a text can be read as.</summary>
    public static List<string> Spellings(string text) => [.. TextSpellings.Of(text).Select(Letters).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a text holds so many letters of a secret in a row, or all of a shorter one.</summary>
    /// <param name="text">One of <see cref="Spellings"/>.</param>
    /// <param name="window">How many.</param>
    /// <param name="shortest">The length of the shortest secret that is looked for.</param>
    public bool AreIn(string text, int window, int shortest = Shortest)
    {
        foreach (var secret in _letters.Value)
        {
            var wanted = Math.Min(window, secret.Length);
            if (secret.Length < shortest || text.Length < wanted)
            {
                continue;
            }

            for (var start = 0; start <= secret.Length - wanted; start++)
            {
                if (text.AsSpan().IndexOf(secret.AsSpan(start, wanted)) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

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
