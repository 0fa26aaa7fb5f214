using System.Globalization;

namespace UploadGen.Generator.Limits.Patterns;

/// <summary>Reads a regular expression by code points, and the escapes that stand for one.</summary>
internal sealed class PatternReader(string text)
{
    private int _at;

    public bool IsAtEnd => _at >= text.Length;

    public int Next()
    {
        if (IsAtEnd)
        {
            throw new FormatException("it ends too early");
        }

        var c = char.IsSurrogatePair(text, _at) ? char.ConvertToUtf32(text, _at) : text[_at];
        _at += c > char.MaxValue ? 2 : 1;
        return c;
    }

    public bool TryTake(string expected)
    {
        if (string.CompareOrdinal(text, _at, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }

    public bool IsNext(char c) => !IsAtEnd && text[_at] == c;

    /// <summary>The digits that come next; nothing where there are none.</summary>
    public string Digits()
    {
        var start = _at;
        while (!IsAtEnd && text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        return text.Substring(start, _at - start);
    }

    /// <summary>Everything up to a character, which is passed too.</summary>
    public string Through(char end)
    {
        var index = text.IndexOf(end, _at);
        if (index < 0)
        {
            throw new FormatException($"there is no '{end}' where one belongs");
        }

        var part = text.Substring(_at, index - _at);
        _at = index + 1;
        return part;
    }

    /// <summary>What follows a <c>{</c>, where it is a quantifier.</summary>
    public string? TryQuantifier()
    {
        var end = text.IndexOf('}', _at);
        var parts = end < 0 ? [] : text.Substring(_at, end - _at).Split(',');
        var isQuantifier = parts.Length is 1 or 2 && IsNumber(parts[0]) && (parts.Length == 1 || parts[1].Length == 0 || IsNumber(parts[1]));
        if (!isQuantifier)
        {
            return null;
        }

        _at = end + 1;
        return "{" + string.Join(",", parts) + "}";
    }

    /// <summary>The code point that an escape stands for.</summary>
    /// <param name="c">What follows the backslash.</param>
    public int EscapedCodePoint(int c) => c switch
    {
        't' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        '0' when IsAtEnd || text[_at] is < '0' or > '9' => 0,
        'c' when Next() is >= 'A' and <= 'Z' or >= 'a' and <= 'z' => text[_at - 1] % 32,
        'x' => Hex(2),
        'u' => Unicode(),
        >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' => throw new FormatException($"ECMA-262 has no '\\{(char)c}'"),
        _ => c,
    };

    private int Unicode()
    {
        if (TryTake("{"))
        {
            return int.TryParse(Through('}'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) && point is >= 0 and <= 0x10FFFF
                ? point
                : throw new FormatException("there is no such code point");
        }

        var high = Hex(4);
        if (!char.IsHighSurrogate((char)high) || !TryTake("\\u"))
        {
            return high;
        }

        var low = Hex(4);
        return char.IsLowSurrogate((char)low) ? char.ConvertToUtf32((char)high, (char)low) : throw new FormatException("half a surrogate pair is no character");
    }

    private int Hex(int digits)
    {
        if (_at + digits > text.Length
            || !int.TryParse(text.Substring(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw new FormatException("an escape isn't complete");
        }

        _at += digits;
        return value;
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 10 && text.All(c => c is >= '0' and <= '9');
}
