using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Reads what a statement says that something gets: an expression, a value that is always the same, or an object or list of these.</summary>
/// <param name="document">The document.</param>
/// <param name="expressions">Reads the expressions.</param>
internal sealed class StatedValues(FlowDocument document, FlowExpression expressions)
{
    private const int MaxDepth = 16;

    /// <param name="node">What the statement says.</param>
    /// <param name="taker">What gets it.</param>
    /// <returns>Where the value is taken from, or why it can't be.</returns>
    public (Origin? Value, string? Problem) Read(JsonNode? node, StatedTaker taker) => Read(node, taker, depth: 0);

    private (Origin? Value, string? Problem) Read(JsonNode? node, StatedTaker taker, int depth)
    {
        var type = taker.Type.AsNonNullable();
        return node switch
        {
            _ when depth > MaxDepth => (null, $"{taker.Name} is nested too deep"),
            JsonObject members when type is ScalarType { Kind: Scalar.String } => JsonText(members, taker, depth),
            JsonObject members => document.Record(type) is { } record ? Object(members, record, taker, depth) : Mismatch(taker, "an object"),
            JsonArray items => type is ListType list ? List(items, list, taker, depth) : Mismatch(taker, "a list"),
            JsonValue value when value.TryGetValue<string>(out var text)
                => FlowExpression.IsExpression(text) ? Expression(value, text, taker) : Text(text, taker),
            JsonValue value => Fixed(value, type, taker),
            _ => (null, $"{taker.Name} gets null; leave it out"),
        };
    }

    private (Origin? Value, string? Problem) Expression(JsonValue value, string text, StatedTaker taker)
    {
        var (origin, problem) = expressions.Read(value);
        return problem is not null ? (null, problem)
            : !Fits(origin!, taker.Type.AsNonNullable()) ? (null, $"{taker.Name} is of another type than {text}")
            : taker.IsRequired && !expressions.IsGiven(origin!) ? (null, $"{taker.Name} is required, and {text} is not")
            : (origin, null);
    }

    private bool Fits(Origin origin, TypeRef type) => origin switch
    {
        AskedOrigin => true,
        FileOrigin { Role: FileRole.Size } or PartCountOrigin => type is ScalarType { IsInteger: true },
        PartOrigin part => PartMembers.Fits(part.Fact, type),
        PartNumbersOrigin => type is ListType { Item: ScalarType { Kind: Scalar.Int32 or Scalar.Int64 } },
        FileOrigin { Role: FileRole.MediaType } => type is ScalarType { Kind: Scalar.String } or NamedType { Kind: NamedKind.Enum },
        _ => expressions.TypeOf(origin) == type,
    };

    private (Origin? Value, string? Problem) Text(string text, StatedTaker taker)
    {
        if (document.Enum(taker.Type) is { } values)
        {
            var found = values.Values.FirstOrDefault(value => value.Value == text);
            return found is not null
                ? (new EnumOrigin(values, found), null)
                : (null, $"{taker.Name} has no value '{text}'; there are {string.Join(", ", values.Values.Select(value => value.Value))}");
        }

        return taker.Type.AsNonNullable() is not ScalarType { Kind: Scalar.String } ? Mismatch(taker, "a text")
            : taker.Constant is { } constant && constant != text ? (null, $"{taker.Name} is always '{constant}'")
            : (new TextOrigin(text), null);
    }

    private static (Origin? Value, string? Problem) Fixed(JsonValue value, TypeRef type, StatedTaker taker)
    {
        var json = value.ToJsonString();
        return value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? type is ScalarType { Kind: Scalar.Boolean } ? (new FixedOrigin(json), null) : Mismatch(taker, json)
            : type is ScalarType { Kind: var kind } && Number.Fits(kind, json) ? (new FixedOrigin(json), null) : Mismatch(taker, json);
    }

    private (Origin? Value, string? Problem) List(JsonArray items, ListType list, StatedTaker taker, int depth)
    {
        if (items.Count != 1)
        {
            return (null, $"{taker.Name} gets a list of {items.Count}, and only one item can be stated");
        }

        var (item, problem) = Read(items[0], Inner(taker, "the item", list.Item, isRequired: true), depth + 1);
        return Made(item, problem, taker, origin => new ListOrigin(origin));
    }

    private (Origin? Value, string? Problem) Object(JsonObject members, RecordModel record, StatedTaker taker, int depth)
    {
        var arguments = new List<FoundArgument>();
        foreach (var member in members)
        {
            if (record.Properties.FirstOrDefault(candidate => candidate.JsonName == member.Key) is not { IsReadOnly: false } property)
            {
                return (null, $"{taker.Name} has no '{member.Key}'");
            }

            var inner = Inner(taker, $"'{member.Key}'", property.Type, property.IsRequired) with { Constant = property.Constant };
            var (value, problem) = Read(member.Value, inner, depth + 1);
            if (Made(value, problem, taker, origin => origin) is { Problem: { } reason })
            {
                return (null, reason);
            }

            arguments.Add(FoundArgument.Property(property.Name, value!));
        }

        var missing = record.Properties.FirstOrDefault(property => property.MustBeSet && !property.IsReadOnly && !members.ContainsKey(property.JsonName));
        return missing is null ? (new ObjectOrigin(record, arguments), null) : (null, $"{taker.Name} wants '{missing.JsonName}' in it");
    }

    /// <summary>A text that is JSON, such as a header with what the body has no room for.</summary>
    private (Origin? Value, string? Problem) JsonText(JsonObject members, StatedTaker taker, int depth)
    {
        var made = new List<FoundArgument>();
        foreach (var member in members)
        {
            var (value, problem) = JsonMember(member.Value, $"'{member.Key}' in {taker.Name}", depth + 1);
            if (value is null)
            {
                return (null, problem);
            }

            made.Add(FoundArgument.Property(member.Key, value));
        }

        return (new JsonTextOrigin(made), null);
    }

    /// <summary>A member of an object that no schema describes, so that what is stated decides its type.</summary>
    private (Origin? Value, string? Problem) JsonMember(JsonNode? node, string name, int depth)
    {
        if (node is JsonValue value && value.TryGetValue<string>(out var text) && FlowExpression.IsExpression(text))
        {
            var (origin, problem) = expressions.Read(value);
            return problem is not null ? (null, problem)
                : expressions.TypeOf(origin!) is not (ScalarType { Kind: Scalar.String or Scalar.Boolean } or ScalarType { IsNumber: true })
                    ? (null, $"{name} can't be {text}, which is no text, number or boolean")
                : !expressions.IsGiven(origin!) ? (null, $"{name} can't be {text}, which may be left out")
                : (origin, null);
        }

        var type = node switch
        {
            JsonObject => new ScalarType(Scalar.String),
            JsonValue one => one.GetValueKind() switch
            {
                JsonValueKind.String => new ScalarType(Scalar.String),
                JsonValueKind.True or JsonValueKind.False => new ScalarType(Scalar.Boolean),
                _ => new ScalarType(Number.Fits(Scalar.Int64, one.ToJsonString()) ? Scalar.Int64 : Scalar.Double),
            },
            _ => null,
        };
        return type is null
            ? (null, $"{name} gets a list or null; only objects, texts, numbers and booleans can be stated in it")
            : Read(node, new StatedTaker(name, name, IsParameter: false, type, IsRequired: true), depth);
    }

    private static StatedTaker Inner(StatedTaker taker, string name, TypeRef type, bool isRequired)
        => new($"{name} in {taker.Name}", taker.Target, taker.IsParameter, type, isRequired);

    /// <summary>What is asked of the caller has to be a parameter or a member of the body by itself.</summary>
    private static (Origin? Value, string? Problem) Made(Origin? value, string? problem, StatedTaker taker, Func<Origin, Origin> make)
        => value is AskedOrigin ? (null, $"{taker.Name} is made by the call, so the caller can't be asked for what is in it")
            : value is null ? (null, problem)
            : (make(value), null);

    private static (Origin?, string?) Mismatch(StatedTaker taker, string given) => (null, $"{taker.Name} can't be {given}");
}

/// <summary>What takes a value: a parameter, or a property of the body.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Target">Its name in C#.</param>
/// <param name="IsParameter">Whether it is a parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether it must get something.</param>
internal sealed record StatedTaker(string Name, string Target, bool IsParameter, TypeRef Type, bool IsRequired)
{
    /// <summary>The only value it can have.</summary>
    public string? Constant { get; init; }
}
