using System.Buffers;

namespace UploadGen.Core;

/// <summary>
/// A pattern for a whole text: sets of characters in a row, each of a fixed count but the last, such as <c>^[a-z][a-z0-9-]{0,62}$</c>. Most patterns of
/// documents are like this. A text can match in one way only, so no regular expression is needed.
/// </summary>
internal sealed class CharacterRuns
{
    private readonly CharacterRun[] _fixed;
    private readonly CharacterRun _last;

    public CharacterRuns(IReadOnlyList<CharacterRun> runs)
    {
        _fixed = [.. runs.Take(runs.Count - 1)];
        _last = runs[^1];
    }

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        foreach (var run in _fixed)
        {
            if (text.Length < run.Min || text[..run.Min].ContainsAnyExcept(run.Set))
            {
                return false;
            }

            text = text[run.Min..];
        }

        return text.Length >= _last.Min && text.Length <= _last.Max && !text.ContainsAnyExcept(_last.Set);
    }
}

/// <summary>Characters of a set in a row.</summary>
/// <param name="Set">The set: of the basic plane and without surrogates, so that a character is a code point.</param>
/// <param name="Min">Fewest characters.</param>
/// <param name="Max">Most characters.</param>
internal readonly record struct CharacterRun(SearchValues<char> Set, int Min, int Max);
