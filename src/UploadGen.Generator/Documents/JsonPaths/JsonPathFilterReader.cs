using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>Whether a filter lets a place pass.</summary>
/// <param name="place">The place, <c>@</c>.</param>
/// <param name="root">The root, <c>$</c>.</param>
internal delegate bool JsonPathTest(JsonPlace place, JsonPlace root);

/// <summary>A value in a filter.</summary>
/// <param name="place">The place, <c>@</c>.</param>
/// <param name="root">The root, <c>$</c>.</param>
internal delegate JsonPathValue JsonPathOperand(JsonPlace place, JsonPlace root);

/// <summary>Reads the expression of a filter (RFC 9535, section 2.3.5).</summary>
internal sealed class JsonPathFilterReader(JsonPathText text)
{
    public JsonPathTest Read()
    {
        text.SkipSpaces();
        return text.Nested(Or);
    }

    /// <summary>What a comparison has on either side: a path that selects one place, a function's value, or a literal.</summary>
    public JsonPathOperand Operand()
        => Query() is { } query ? Singular(query)
            : new JsonPathFunctionReader(text, this).Read() is { } function ? function.Operand ?? throw text.Unexpected()
            : Literal();

    /// <summary>A path that begins at the place or at the root; null where none begins here.</summary>
    public JsonPathQuery? Query()
        => text.Take('@') ? new JsonPathQuery(IsRelative: true, new JsonPathReader(text).Read())
            : text.Take('$') ? new JsonPathQuery(IsRelative: false, new JsonPathReader(text).Read())
            : null;

    private JsonPathTest Or()
    {
        var tests = Joined("||", And);
        return tests.Count == 1 ? tests[0] : (place, root) => tests.Exists(test => test(place, root));
    }

    private JsonPathTest And()
    {
        var tests = Joined("&&", Basic);
        return tests.Count == 1 ? tests[0] : (place, root) => tests.TrueForAll(test => test(place, root));
    }

    private List<JsonPathTest> Joined(string sign, Func<JsonPathTest> read)
    {
        var tests = new List<JsonPathTest> { read() };
        while (text.SkipSpacesBefore(c => c == sign[0]) && text.Take(sign))
        {
            text.SkipSpaces();
            tests.Add(read());
        }

        return tests;
    }

    private JsonPathTest Basic()
    {
        var isNegated = text.Take('!');
        if (isNegated)
        {
            text.SkipSpaces();
        }

        var test = text.Take('(') ? Parenthesized() : TestOrComparison(mayCompare: !isNegated);
        return isNegated ? (place, root) => !test(place, root) : test;
    }

    private JsonPathTest Parenthesized()
    {
        var test = Read();
        text.SkipSpaces();
        text.Expect(')');
        return test;
    }

    private JsonPathTest TestOrComparison(bool mayCompare)
    {
        if (Query() is { } query)
        {
            return mayCompare && Comparison() is { } compare
                ? Compared(Singular(query), compare)
                : (place, root) => query.Select(place, root).Any();
        }

        var function = new JsonPathFunctionReader(text, this).Read();
        if (function is { Test: { } test })
        {
            return test;
        }

        var operand = function?.Operand ?? Literal();
        return mayCompare && Comparison() is { } sign ? Compared(operand, sign) : throw text.Unexpected();
    }

    private JsonPathTest Compared(JsonPathOperand left, Func<JsonPathValue, JsonPathValue, bool> compare)
    {
        text.SkipSpaces();
        var right = Operand();
        return (place, root) => compare(left(place, root), right(place, root));
    }

    private static JsonPathOperand Singular(JsonPathQuery query)
        => query.Path.IsSingular
            ? (place, root) => JsonPathValue.Of(query.Select(place, root).FirstOrDefault())
            : throw new FormatException("a comparison is with one place, and a path in it can select several");

    private JsonPathOperand Literal()
    {
        JsonNode? node = null;
        if (text.Next is '\'' or '"')
        {
            node = JsonValue.Create(text.Quoted());
        }
        else if (text.Next is '-' or (>= '0' and <= '9'))
        {
            node = text.Number();
        }
        else if (text.Take("true"))
        {
            node = JsonValue.Create(true);
        }
        else if (text.Take("false"))
        {
            node = JsonValue.Create(false);
        }
        else if (!text.Take("null"))
        {
            throw text.Unexpected();
        }

        var value = JsonPathValue.Of(node);
        return (_, _) => value;
    }

    private Func<JsonPathValue, JsonPathValue, bool>? Comparison()
    {
        if (!text.SkipSpacesBefore(c => c is '=' or '!' or '<' or '>'))
        {
            return null;
        }

        return text.Take("==") ? (left, right) => left.Is(right)
            : text.Take("!=") ? (left, right) => !left.Is(right)
            : text.Take("<=") ? (left, right) => left.IsLess(right) || left.Is(right)
            : text.Take(">=") ? (left, right) => right.IsLess(left) || left.Is(right)
            : text.Take('<') ? (left, right) => left.IsLess(right)
            : text.Take('>') ? (left, right) => right.IsLess(left)
            : throw text.Unexpected();
    }
}
