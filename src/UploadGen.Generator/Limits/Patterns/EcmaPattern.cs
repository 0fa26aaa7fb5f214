using System.Globalization;
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
    private readonly PatternGroups _groups = new();
    private readonly IReadOnlyCollection<int> _captured;

    /// <param name="pattern">The expression.</param>
    /// <param name="captured">The numbers of the groups that capture: those that are referred to.</param>
    private EcmaPattern(string pattern, IReadOnlyCollection<int> captured)
    {
        _reader = new PatternReader(pattern);
        _captured = captured;
    }

    /// <summary>The expression in .NET's dialect, or null and the reason why there is none.</summary>
    public static string? Translate(string pattern, out string? reason)
    {
        try
        {
            var first = new EcmaPattern(pattern, []);
            var expression = first.Translate();
            expression = first._groups.Referred() is { Count: > 0 } referred ? new EcmaPattern(pattern, referred).Translate() : expression;
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

        return _groups.IsEmpty ? _output.ToString() : throw new FormatException("a group isn't closed");
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
                _groups.Close(isRepeated: _reader.IsNext('*') || _reader.IsNext('+') || _reader.IsNext('{'));
                break;
            case '[':
                _output.Append(CharacterClass.Read(_reader, _groups.IsNegative));
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

    /// <summary>Only groups that are referred to capture.</summary>
    private void OpenGroup()
    {
        var opening = Openings.FirstOrDefault(_reader.TryTake);
        var name = opening is null && _reader.TryTake("?<") ? _reader.Through('>') : null;
        if (opening is null && name is null && _reader.TryTake("?"))
        {
            throw new FormatException("ECMA-262 has no such group");
        }

        var number = _groups.Open(opening, name);
        _output.Append('(').Append(opening ?? (_captured.Contains(number) ? $"?<{Name(number)}>" : "?:"));
    }

    /// <summary>A group that has matched nothing is matched by nothing; in .NET it is by no text at all.</summary>
    private void Refer(string reference)
    {
        var name = Name(_groups.Refer(reference));
        _output.Append($"(?({name})\\k<{name}>|)");
    }

    private static string Name(int group) => "g" + group.ToString(CultureInfo.InvariantCulture);

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
            case 'k':
                Refer(_reader.TryTake("<") ? _reader.Through('>') : throw new FormatException("a reference has no name"));
                break;
            case >= '1' and <= '9':
                Refer((char)c + _reader.Digits());
                break;
            default:
                Atom(c);
                break;
        }
    }

    private void Atom(int c)
    {
        if (CharacterClass.Named(c, _reader, _groups.IsNegative) is var (set, isNegated))
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
