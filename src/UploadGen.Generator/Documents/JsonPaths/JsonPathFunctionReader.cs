using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>A function in a filter: it gives a value, or it is a test.</summary>
internal sealed record JsonPathFunction(JsonPathOperand? Operand, JsonPathTest? Test);

/// <summary>Reads the functions of RFC 9535, section 2.4.</summary>
/// <param name="text">The path's text.</param>
/// <param name="arguments">Reads what functions are given.</param>
internal sealed class JsonPathFunctionReader(JsonPathText text, JsonPathFilterReader arguments)
{
    /// <summary>The function that begins here; null where a literal, or nothing, does.</summary>
    public JsonPathFunction? Read()
    {
        if (text.Function() is not { } name)
        {
            return null;
        }

        text.SkipSpaces();
        var function = text.Nested(() => Function(name));
        text.SkipSpaces();
        text.Expect(')');
        return function;
    }

    private JsonPathFunction Function(string name) => name switch
    {
        "length" => Value(Length(arguments.Operand())),
        "count" => Value(Count(Nodes())),
        "value" => Value(Single(Nodes())),
        "match" => Test(isWhole: true),
        "search" => Test(isWhole: false),
        _ => throw new FormatException($"there is no function '{name}'; there are length, count, match, search and value"),
    };

    private static JsonPathFunction Value(JsonPathOperand operand) => new(operand, Test: null);

    private JsonPathFunction Test(bool isWhole)
    {
        var subject = arguments.Operand();
        text.SkipSpaces();
        text.Expect(',');
        text.SkipSpaces();
        var pattern = arguments.Operand();
        return new JsonPathFunction(Operand: null, (place, root) => JsonPathPattern.Matches(subject(place, root), pattern(place, root), isWhole));
    }

    private JsonPathQuery Nodes() => arguments.Query() ?? throw text.Unexpected();

    private static JsonPathOperand Length(JsonPathOperand operand) => (place, root) => operand(place, root).Node switch
    {
        JsonObject members => Number(members.Count),
        JsonArray items => Number(items.Count),
        JsonValue value when value.TryGetValue<string>(out var characters) => Number(characters.Count(c => !char.IsLowSurrogate(c))),
        _ => JsonPathValue.Nothing,
    };

    private static JsonPathOperand Count(JsonPathQuery query) => (place, root) => Number(query.Select(place, root).Count());

    private static JsonPathOperand Single(JsonPathQuery query) => (place, root) =>
    {
        var places = query.Select(place, root).Take(2).ToList();
        return places.Count == 1 ? JsonPathValue.Of(places[0]) : JsonPathValue.Nothing;
    };

    private static JsonPathValue Number(int number) => JsonPathValue.Of(JsonValue.Create(number));
}
