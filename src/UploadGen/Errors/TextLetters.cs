using System.Text;

namespace UploadGen.Core;

/// <summary>
/// The letters and digits of a text, in one case, and the hash codes of all runs of so many of them: whoever repeats a secret may write all else in another
/// way, and a run is looked up in the same time however many secrets there are.
/// </summary>
internal readonly record struct TextLetters(string Letters, int[] Runs)
{
    /// <summary>The letters of all that a text can be read as.</summary>
    /// <param name="text">The text.</param>
    /// <param name="window">The length of a run.</param>
    public static List<TextLetters> OfSpellings(string text, int window)
        => [.. TextSpellings.Of(text).Select(LettersOf).Distinct(StringComparer.Ordinal).Select(letters => new TextLetters(letters, RunsOf(letters, window)))];

    /// <summary>What was left out between letters stays a break.</summary>
    public static string LettersOf(string text)
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

    public static int[] RunsOf(string letters, int length)
    {
        var runs = new int[Math.Max(0, letters.Length - length + 1)];
        for (var start = 0; start < runs.Length; start++)
        {
            runs[start] = string.GetHashCode(letters.AsSpan(start, length));
        }

        return runs;
    }
}
