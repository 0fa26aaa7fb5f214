using System.Text;
using System.Text.RegularExpressions;

namespace UploadGen.Generator.Limits.Patterns;

/// <summary>
/// Translates a regular expression of ECMA-262 (with its <c>u</c> flag, as JSON Schema recommends; section 6.4 of its core) to .NET's dialect. What can't be
/// translated exactly isn't translated at all.
/// </summary>
internal sealed class EcmaPattern
{
    private const string Word = "[" + CharacterSet.WordCharacters + "]";
    private const string Boundary = $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))";
    private const string NoBoundary = $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))";

    private static readonly string[] Openings = ["?:", "?=", "?!", "?<=", "?<!"];

    private readonly PatternReader _reader;
    private readonly StringBuilder _output = new();
    private readonly Stack<bool> _groups = new();

    private EcmaPattern(string pattern) => _reader = new PatternReader(pattern);

    /// <summary>The expression in .NET's dialect, or null and the reason why there is none.</summary>
    public static string? Translate(string pattern, out string? reason)
    {
        try
        {
            var expression = new EcmaPattern(pattern).Translate();
            _ = new Regex(expression, RegexOptions.CultureInvariant);
            reason = null;
            return expression;
        }
        catch (FormatException exception)
        {
            reason = exception.Message;
        }
        catch (ArgumentException)
        {
            reason = "it is no regular expression";
        }

        return null;
    }

    private string Translate()
    {
        while (!_reader.IsAtEnd)
        {
            Term(_reader.Next());
        }

        return _groups.Count == 0 ? _output.ToString() : throw new FormatException("a group isn't closed");
    }

    private void Term(int c)
    {
        switch (c)
        {
            case '^' or '|' or '*' or '+' or '?':
                _output.Append((char)c);
                break;
            case '$':
                _output.Append(@"\z");
                break;
            case '.':
                _output.Append(CharacterSet.From(CharacterSet.LineEnds).ToExpression(isNegated: true));
                break;
            case '(':
                OpenGroup();
                break;
            case ')':
                _output.Append(')');
                _ = _groups.Count > 0 ? _groups.Pop() : throw new FormatException("a group is closed that wasn't opened");
                break;
            case '[':
                _output.Append(CharacterClass.Read(_reader, IsNegative));
                break;
            case '{':
                _output.Append(_reader.TryQuantifier() is { } quantifier ? quantifier : @"\{");
                break;
            case '\\':
                Escape(_reader.Next());
                break;
            default:
                Literal(c);
                break;
        }
    }

    /// <summary>Nothing refers to a group, so none captures.</summary>
    private void OpenGroup()
    {
        var opening = Openings.FirstOrDefault(_reader.TryTake);
        if (opening is null && _reader.TryTake("?<"))
        {
            _reader.Through('>');
        }
        else if (opening is null && _reader.TryTake("?"))
        {
            throw new FormatException("ECMA-262 has no such group");
        }

        _output.Append('(').Append(opening ?? "?:");
        _groups.Push(opening is "?!" or "?<!");
    }

    /// <summary>Whether what is matched here makes the whole not match: there, accepting too much would refuse too much.</summary>
    private bool IsNegative => _groups.Contains(true);

    private void Escape(int c)
    {
        switch (c)
        {
            case 'b':
                _output.Append(Boundary);
                break;
            case 'B':
                _output.Append(NoBoundary);
                break;
            case 'k' or >= '1' and <= '9':
                throw new FormatException("references back to a group aren't translated");
            default:
                Atom(c);
                break;
        }
    }

    private void Atom(int c)
    {
        if (CharacterClass.Named(c, _reader, IsNegative) is var (set, isNegated))
        {
            _output.Append(set.ToExpression(isNegated));
        }
        else
        {
            Literal(_reader.EscapedCodePoint(c));
        }
    }

    private void Literal(int c)
    {
        if (c is >= 0xD800 and <= 0xDFFF)
        {
            throw new FormatException("half a surrogate pair is no character");
        }

        _output.Append(c < 0x10000 ? CharacterSet.Escape(c) : $"(?:{string.Concat(char.ConvertFromUtf32(c).Select(unit => CharacterSet.Escape(unit)))})");
    }
}
