using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Reads the text of a <see cref="JsonPath"/>.</summary>
internal sealed class JsonPathReader(string text)
{
    private int _at;

    public IReadOnlyList<JsonPathSegment> Read()
    {
        Expect('$');
        var segments = new List<JsonPathSegment>();
        while (_at < text.Length)
        {
            segments.Add(Segment());
        }

        return segments;
    }

    private JsonPathSegment Segment()
    {
        if (Take('['))
        {
            return new JsonPathSegment(IsDescendant: false, Bracketed());
        }

        Expect('.');
        var isDescendant = Take('.');
        if (isDescendant && Take('['))
        {
            return new JsonPathSegment(IsDescendant: true, Bracketed());
        }

        return new JsonPathSegment(isDescendant, [Take('*') ? All : Member(Name())]);
    }

    /// <summary>What stands between brackets, up to the closing one.</summary>
    private List<Func<JsonPlace, IEnumerable<JsonPlace>>> Bracketed()
    {
        var selectors = new List<Func<JsonPlace, IEnumerable<JsonPlace>>>();
        do
        {
            SkipSpaces();
            selectors.Add(Selector());
            SkipSpaces();
        }
        while (Take(','));
        Expect(']');
        return selectors;
    }

    private Func<JsonPlace, IEnumerable<JsonPlace>> Selector()
    {
        if (Take('*'))
        {
            return All;
        }

        if (Take('?'))
        {
            return Filter();
        }

        if (_at < text.Length && text[_at] is '\'' or '"')
        {
            return Member(Quoted());
        }

        var start = _at;
        while (_at < text.Length && (char.IsDigit(text[_at]) || text[_at] == '-'))
        {
            _at++;
        }

        return int.TryParse(text.Substring(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? place => place.Item(index) is { } item ? [item] : []
            : throw Unexpected();
    }

    /// <summary><c>?@.a.b</c>, <c>?@.a=='x'</c>, <c>?@.a!=5</c>, with or without parentheses around.</summary>
    private Func<JsonPlace, IEnumerable<JsonPlace>> Filter()
    {
        SkipSpaces();
        var isWrapped = Take('(');
        SkipSpaces();
        Expect('@');
        var names = new List<string>();
        while (_at < text.Length && text[_at] is '.' or '[')
        {
            names.Add(Take('.') ? Name() : BracketedName());
        }

        SkipSpaces();
        var test = Comparison();
        SkipSpaces();
        if (isWrapped)
        {
            Expect(')');
        }

        return place => place.Children.Where(child => test(names.Aggregate<string, JsonPlace?>(child, (at, name) => at?.Member(name))));
    }

    private Func<JsonPlace?, bool> Comparison()
    {
        var isEqual = Take("==");
        if (!isEqual && !Take("!="))
        {
            return place => place is not null;
        }

        SkipSpaces();
        var value = Literal();
        return place => (place is not null && JsonNode.DeepEquals(place.Value, value)) == isEqual;
    }

    private JsonNode? Literal()
    {
        if (_at < text.Length && text[_at] is '\'' or '"')
        {
            return JsonValue.Create(Quoted());
        }

        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '-' or '+' or '.'))
        {
            _at++;
        }

        try
        {
            return JsonNode.Parse(text.Substring(start, _at - start));
        }
        catch (JsonException)
        {
            _at = start;
            throw Unexpected();
        }
    }

    private string BracketedName()
    {
        Expect('[');
        var name = Quoted();
        Expect(']');
        return name;
    }

    private string Name()
    {
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '-' || text[_at] > '\u007f'))
        {
            _at++;
        }

        return _at > start ? text.Substring(start, _at - start) : throw Unexpected();
    }

    private string Quoted()
    {
        var quote = _at < text.Length && text[_at] is '\'' or '"' ? text[_at++] : throw Unexpected();
        var name = new StringBuilder();
        while (_at < text.Length && text[_at] != quote)
        {
            // JSON's escapes beyond quotes and backslashes don't occur in the names of a document.
            _at += text[_at] == '\\' && _at + 1 < text.Length ? 1 : 0;
            name.Append(text[_at++]);
        }

        Expect(quote);
        return name.ToString();
    }

    private static IEnumerable<JsonPlace> All(JsonPlace place) => place.Children;

    private static Func<JsonPlace, IEnumerable<JsonPlace>> Member(string name) => place => place.Member(name) is { } member ? [member] : [];

    private bool Take(char c) => Take(c.ToString());

    private bool Take(string token)
    {
        var isNext = string.CompareOrdinal(text, _at, token, 0, token.Length) == 0;
        _at += isNext ? token.Length : 0;
        return isNext;
    }

    private void Expect(char c)
    {
        if (!Take(c))
        {
            throw Unexpected();
        }
    }

    private void SkipSpaces()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }

    private FormatException Unexpected()
        => new(_at < text.Length ? $"'{text[_at]}' at {_at.ToString(CultureInfo.InvariantCulture)} isn't understood there" : "it breaks off");
}
