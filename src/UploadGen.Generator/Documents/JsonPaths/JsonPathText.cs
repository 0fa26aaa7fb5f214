using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>The text of a path, read from its beginning.</summary>
internal sealed class JsonPathText(string text)
{
    /// <summary>The largest whole number that all of JSON's readers agree on (RFC 7493).</summary>
    private const long MostInteger = 9007199254740991;

    private const int MaxDepth = 50;

    private int _at;
    private int _depth;

    public bool IsAtEnd => _at >= text.Length;

    /// <summary>The character that comes next; NUL at the end.</summary>
    public char Next => IsAtEnd ? '\0' : text[_at];

    /// <summary>Reads what may hold the like of itself.</summary>
    public T Nested<T>(Func<T> read)
    {
        if (++_depth > MaxDepth)
        {
            throw new FormatException("its filters are nested too deep");
        }

        var value = read();
        _depth--;
        return value;
    }

    public bool Take(char c) => Take(c.ToString());

    public bool Take(string token)
    {
        var isNext = string.CompareOrdinal(text, _at, token, 0, token.Length) == 0;
        _at += isNext ? token.Length : 0;
        return isNext;
    }

    public void Expect(char c)
    {
        if (!Take(c))
        {
            throw Unexpected();
        }
    }

    public void SkipSpaces()
    {
        while (Next is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    /// <summary>Skips spaces where a certain token follows them; else they stay.</summary>
    public bool SkipSpacesBefore(Func<char, bool> isToken)
    {
        var start = _at;
        SkipSpaces();
        if (isToken(Next))
        {
            return true;
        }

        _at = start;
        return false;
    }

    /// <summary>The name of a member, as it may stand behind a dot.</summary>
    public string Name()
    {
        var start = _at;
        while (IsNameFirst(Next) || (_at > start && IsDigit(Next)))
        {
            _at++;
        }

        return _at > start && Next != '-' ? text.Substring(start, _at - start)
            : Next == '-' ? throw new FormatException($"'-' at {At()} isn't understood there: a name that has one stands in brackets and quotes")
            : throw Unexpected();
    }

    /// <summary>The name of a function whose parenthesis follows; null, and nothing is read, where none begins here.</summary>
    public string? Function()
    {
        var start = _at;
        while (Next is >= 'a' and <= 'z' || (_at > start && (IsDigit(Next) || Next == '_')))
        {
            _at++;
        }

        var name = text.Substring(start, _at - start);
        if (name.Length > 0 && Take('('))
        {
            return name;
        }

        _at = start;
        return null;
    }

    public long Integer()
    {
        var start = _at;
        Take('-');
        var digits = Digits();
        var isPlain = digits == "0" ? text[start] != '-' : digits.Length > 0 && digits[0] != '0';
        return isPlain && long.TryParse(text.Substring(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= MostInteger
                ? number
                : throw Back(start);
    }

    /// <summary>A number as JSON writes it, but for <c>-0</c>, which may stand here.</summary>
    public JsonNode Number()
    {
        var start = _at;
        Take('-');
        var digits = Digits();
        if (digits.Length == 0 || (digits.Length > 1 && digits[0] == '0'))
        {
            throw Back(start);
        }

        if (Take('.') && Digits().Length == 0)
        {
            throw Unexpected();
        }

        if (Take('e') || Take('E'))
        {
            _ = Take('-') || Take('+');
            if (Digits().Length == 0)
            {
                throw Unexpected();
            }
        }

        return JsonNode.Parse(text.Substring(start, _at - start))!;
    }

    /// <summary>A text in single or double quotes.</summary>
    public string Quoted()
    {
        var quote = Next is '\'' or '"' ? text[_at++] : throw Unexpected();
        var value = new StringBuilder();
        while (Next != quote)
        {
            if (Next < ' ')
            {
                throw Unexpected();
            }

            value.Append(Take('\\') ? Escaped(quote) : text[_at++]);
        }

        _at++;
        return HasLoneSurrogate(value) ? throw new FormatException($"the text that ends at {At()} has half a character") : value.ToString();
    }

    public FormatException Unexpected() => new(IsAtEnd ? "it breaks off" : $"'{Next}' at {At()} isn't understood there");

    private char Escaped(char quote)
    {
        var escape = Next;
        if (IsAtEnd)
        {
            throw Unexpected();
        }

        var value = escape switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' or '\\' => escape,
            'u' => '\0',
            _ => escape == quote ? quote : throw Unexpected(),
        };
        _at++;
        return escape == 'u' ? Code() : value;
    }

    private char Code()
    {
        var end = _at + 4;
        var hex = end <= text.Length ? text.Substring(_at, 4) : "";
        if (!ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw Unexpected();
        }

        _at = end;
        return (char)code;
    }

    private static bool HasLoneSurrogate(StringBuilder value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return true;
            }
        }

        return false;
    }

    private string Digits()
    {
        var start = _at;
        while (IsDigit(Next))
        {
            _at++;
        }

        return text.Substring(start, _at - start);
    }

    private FormatException Back(int start)
    {
        _at = start;
        return Unexpected();
    }

    private string At() => _at.ToString(CultureInfo.InvariantCulture);

    private static bool IsNameFirst(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or > '\u007f';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
