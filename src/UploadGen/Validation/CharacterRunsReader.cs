using System.Buffers;
using System.Globalization;
using System.Text;

namespace UploadGen.Core;

/// <summary>Reads a regular expression of .NET's dialect as <see cref="CharacterRuns"/>, where it is nothing more.</summary>
internal sealed class CharacterRunsReader
{
    /// <summary>The most characters of a set. A search for more is no faster than a regular expression.</summary>
    private const int MaxSetSize = 256;

    private readonly string _expression;
    private int _at;

    private CharacterRunsReader(string expression) => _expression = expression;

    /// <summary>The runs; <see langword="null"/> for any other expression.</summary>
    public static CharacterRuns? TryRead(string expression) => new CharacterRunsReader(expression).TryRead();

    private CharacterRuns? TryRead()
    {
        if (!TryTake("^"))
        {
            return null;
        }

        var runs = new List<CharacterRun>();
        while (!TryTake(@"\z"))
        {
            var mayFollow = runs.Count == 0 || runs[^1].Min == runs[^1].Max;
            if (!mayFollow || TrySet() is not { } set || TryCount() is not var (min, max))
            {
                return null;
            }

            runs.Add(new CharacterRun(SearchValues.Create(set), min, max));
        }

        return _at == _expression.Length && runs.Count > 0 ? new CharacterRuns(runs) : null;
    }

    private string? TrySet()
    {
        if (!TryTake("["))
        {
            return _at < _expression.Length && !".$^*+?{}()|[]".Contains(_expression[_at], StringComparison.Ordinal) ? TryCharacter()?.ToString() : null;
        }

        var set = new StringBuilder();
        while (!TryTake("]"))
        {
            // These have another meaning to .NET here.
            if (Next is '^' or '[' || TryCharacter() is not { } first)
            {
                return null;
            }

            var last = first;
            if (TryTake("-"))
            {
                if (Next is '[' || TryCharacter() is not { } end)
                {
                    return null;
                }

                last = end;
            }

            if (last < first || last - first >= MaxSetSize)
            {
                return null;
            }

            for (int c = first; c <= last; c++)
            {
                set.Append((char)c);
            }
        }

        var all = set.ToString();
        return all.Length is > 0 and <= MaxSetSize && !all.Any(char.IsSurrogate) ? all : null;
    }

    private (int Min, int Max)? TryCount()
    {
        var count = TryTake("*") ? (0, int.MaxValue) : TryTake("+") ? (1, int.MaxValue) : TryTake("?") ? (0, 1) : TryTake("{") ? TryBraces() : (1, 1);
        // Another quantifier makes the first one lazy or possessive: that is no row of sets.
        return Next is '?' or '*' or '+' or '{' ? null : count;
    }

    private (int Min, int Max)? TryBraces()
    {
        var end = _expression.IndexOf('}', _at);
        var parts = end < 0 ? [] : _expression[_at..end].Split(',');
        if (parts.Length is not (1 or 2) || Number(parts[0]) is not { } min)
        {
            return null;
        }

        _at = end + 1;
        var max = parts.Length == 1 ? min : parts[1].Length == 0 ? int.MaxValue : Number(parts[1]);
        return max >= min ? (min, max.Value) : null;
    }

    private char? TryCharacter()
    {
        if (_at == _expression.Length)
        {
            return null;
        }

        var c = _expression[_at++];
        if (c != '\\')
        {
            return c is '-' or ']' || char.IsSurrogate(c) ? null : c;
        }

        if (_at == _expression.Length)
        {
            return null;
        }

        return _expression[_at++] switch
        {
            't' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            'u' => Unicode(),
            var escaped when char.IsAsciiLetterOrDigit(escaped) => null,
            var escaped => escaped,
        };
    }

    private char? Unicode()
    {
        if (_at + 4 > _expression.Length
            || !ushort.TryParse(_expression.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            return null;
        }

        _at += 4;
        return char.IsSurrogate((char)unit) ? null : (char)unit;
    }

    private char? Next => _at < _expression.Length ? _expression[_at] : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool TryTake(string expected)
    {
        if (string.CompareOrdinal(_expression, _at, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }
}
