using System.Globalization;
using System.Text;

namespace UploadGen.Generator.Limits.Patterns;

/// <summary>
/// What one place of a regular expression can be, in code points. .NET matches UTF-16 units, so whatever lies beyond the basic plane is
/// written as a pair of surrogates.
/// </summary>
internal sealed class CharacterSet
{
    public const string Digits = "0-9";
    public const string WordCharacters = "A-Za-z0-9_";
    public const string LineEnds = @"\n\r\u2028\u2029";

    /// <summary>White space and line ends of ECMA-262, sections 12.2 and 12.3.</summary>
    public const string Spaces = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private const int FirstAstral = 0x10000;
    private const string AnyPair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    private readonly StringBuilder _basic = new();
    private readonly List<string> _astral = [];

    /// <summary>A set written as the inside of a .NET character class; it has nothing beyond the basic plane.</summary>
    public static CharacterSet From(string basic)
    {
        var set = new CharacterSet();
        set.Add(basic);
        return set;
    }

    public void Add(string basic) => _basic.Append(basic);

    public void Add(int first, int last)
    {
        if (first < FirstAstral)
        {
            var end = Math.Min(last, FirstAstral - 1);
            _basic.Append(Escape(first)).Append(end == first ? "" : (end == first + 1 ? "" : "-") + Escape(end));
        }

        if (last >= FirstAstral)
        {
            _astral.AddRange(Pairs(Math.Max(first, FirstAstral), last));
        }
    }

    /// <summary>All code points beyond the basic plane: .NET doesn't know their categories, and a value that may be valid isn't refused.</summary>
    public void AddAstral()
    {
        if (!_astral.Contains(AnyPair))
        {
            _astral.Add(AnyPair);
        }
    }

    /// <summary>An expression that matches one code point of the set, or one that isn't in it.</summary>
    public string ToExpression(bool isNegated) => isNegated ? Negated() : Plain();

    private string Plain()
    {
        if (_astral.Count == 0)
        {
            return _basic.Length == 0 ? "(?!)" : $"[{_basic}]";
        }

        return $"(?:{string.Join("|", _astral)}{(_basic.Length == 0 ? "" : $"|[{_basic}]")})";
    }

    private string Negated()
    {
        var except = _astral.Count == 0 ? "" : $"(?!{string.Join("|", _astral)})";
        return $"(?>{except}{AnyPair}|{(_basic.Length == 0 ? @"[\s\S]" : $"[^{_basic}]")})";
    }

    private static IEnumerable<string> Pairs(int first, int last)
    {
        while (first <= last)
        {
            var end = Math.Min(last, first | 0x3FF);
            var (from, to) = (char.ConvertFromUtf32(first), char.ConvertFromUtf32(end));
            yield return Escape(from[0]) + (first == end ? Escape(from[1]) : $"[{Escape(from[1])}-{Escape(to[1])}]");
            first = end + 1;
        }
    }

    /// <summary>A character where it means nothing but itself.</summary>
    public static string Escape(int c)
        => c is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z'
            or '_' or ' ' or '/' or ',' or ':' or ';' or '@' or '%' or '!' or '"' or '\'' or '=' or '<' or '>' or '~'
        ? ((char)c).ToString()
        : c is > ' ' and < 127 ? "\\" + (char)c
        : "\\u" + c.ToString("X4", CultureInfo.InvariantCulture);
}
