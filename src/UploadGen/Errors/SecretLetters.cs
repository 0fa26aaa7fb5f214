namespace UploadGen.Core;

/// <summary>Secrets as they are looked for in texts. Not thread-safe.</summary>
/// <param name="secrets">The secrets. They are looked at only when the first text is asked about: most uploads tell nothing.</param>
internal sealed class SecretLetters(IEnumerable<string> secrets)
{
    private const int Shortest = 3;

    private Dictionary<int, HashSet<int>>? _runs;
    private string[]? _letters;

    /// <summary>Whether a text holds so many letters of a secret in a row, or all of a shorter one.</summary>
    /// <param name="text">The text, with runs of this length.</param>
    /// <param name="window">How many.</param>
    /// <param name="shortest">The length of the shortest secret that is looked for.</param>
    public bool AreIn(TextLetters text, int window, int shortest = Shortest)
    {
        _letters ??= [.. secrets.SelectMany(TextSpellings.Unescaped).Select(TextLetters.LettersOf).Where(static letters => letters.Length >= Shortest)];
        foreach (var secret in _letters)
        {
            if (secret.Length >= shortest && secret.Length < window && text.Letters.Contains(secret, StringComparison.Ordinal))
            {
                return true;
            }
        }

        _runs ??= [];
        if (!_runs.TryGetValue(window, out var runs))
        {
            _runs.Add(window, runs = [.. _letters.SelectMany(secret => TextLetters.RunsOf(secret, window))]);
        }

        return runs.Count > 0 && Array.Exists(text.Runs, runs.Contains);
    }
}
