using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>Writes the statements that check a value.</summary>
/// <param name="types">Knows which types check themselves.</param>
/// <param name="fields">The static fields that the statements refer to.</param>
internal sealed class ValueChecks(TypeChecks types, CheckFieldNames fields)
{
    /// <summary>The statements that check a value.</summary>
    /// <param name="type">The value's type, as it is declared.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="jsonName">The member's name in JSON; empty for the checked value itself.</param>
    /// <param name="value">The C# expression for it.</param>
    public IEnumerable<PlacedStatement> Write(TypeRef type, LimitsModel limits, string jsonName, string value)
    {
        var target = new Target(type, CSharpText.Literal(jsonName), value);
        return [.. Own(target, limits), .. Parts(target, limits), .. Rules(target, limits)];
    }

    /// <summary>The statements by which a value of a type of its own checks itself as a whole.</summary>
    /// <param name="type">The type.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="count">The C# expression for the number of an object's members.</param>
    public IEnumerable<PlacedStatement> WriteWhole(NamedType type, LimitsModel limits, string count)
        => [.. Own(new Target(type, "\"\"", count), limits), .. Rules(new Target(type, "\"\"", "this"), limits)];

    /// <summary>The statement that checks a value against those allowed.</summary>
    public static Statement OneOf(string name, string keyword, string values, string text, string value)
        => new($"if ({value} is not ({values})) {{ validation.Add({name}, \"{keyword}\", {CSharpText.Literal(text)}, {value}); }}");

    private IEnumerable<PlacedStatement> Own(Target target, LimitsModel limits)
        => limits.Checks.Select(check => new PlacedStatement(Assertion(target, check.Assertion), check.Place));

    private Statement Assertion(Target target, AssertionModel assertion) => assertion switch
    {
        CallAssertion call => Statement.Call($"validation.{call.Method}({target.Name}, {target.Subject(call)}{Argument(call.Argument)}"),
        OneOfAssertion oneOf => OneOf(target, oneOf),
        _ => throw new ArgumentOutOfRangeException(nameof(assertion)),
    };

    private string Argument(ArgumentModel? argument) => argument switch
    {
        null => "",
        PatternArgument pattern => ", " + fields.Find(pattern.Pattern),
        JsonWriterArgument writer => ", " + JsonText.Writer(writer.Type),
        _ => ", " + ArgumentText.Write(argument),
    };

    /// <summary>A string that must not be null and is nevertheless is what <c>required</c> is about.</summary>
    private static Statement OneOf(Target target, OneOfAssertion oneOf)
    {
        var isNullable = target.Type is NullableType || !target.Type.IsValueType;
        var literals = oneOf.Values.Select(ArgumentText.Write).Distinct();
        var values = string.Join(" or ", isNullable ? literals.Prepend("null") : literals);
        return OneOf(target.Name, oneOf.Keyword, values, oneOf.Text, target.Value);
    }

    /// <summary>What checks a value of a type of its own, the items of a list, or the values of a map.</summary>
    private IEnumerable<PlacedStatement> Parts(Target target, LimitsModel limits) => target.Type.AsNonNullable() switch
    {
        NamedType named when types.Has(named.Name) => [new PlacedStatement(Statement.Call($"validation.Nested({target.Name}, {target.Value}"))],
        ListType list => Items("Each", list.Item, target, limits.Items),
        MapType map => Items("EachValue", map.Value, target, limits.Items),
        _ => [],
    };

    private IEnumerable<PlacedStatement> Items(string method, TypeRef item, Target target, ItemLimitsModel? limits)
    {
        var statements = Write(item, limits?.Limits ?? LimitsModel.None, "", "item").ToList();
        if (statements.Count == 0)
        {
            return [];
        }

        var call = $"validation.{method}({target.Name}, {target.Value}";
        if (item is NamedType && limits is not { Limits.Rules.Count: > 0 })
        {
            return [new PlacedStatement(Statement.Call(call))];
        }

        var parameters = $", static (ref {Known.Validation} validation, {TypeText.Write(item)} item)";
        return [new PlacedStatement(Statement.CallWith(call, parameters, PlacedStatement.Join(statements, limits?.Schema).ToList()), limits?.Owner)];
    }

    private IEnumerable<PlacedStatement> Rules(Target target, LimitsModel limits)
    {
        var type = target.Type.AsNonNullable();
        foreach (var field in limits.Rules.Select(fields.Find))
        {
            yield return new PlacedStatement(Statement.Call(type is ScalarType { Kind: Scalar.Element }
                ? $"validation.Rule({target.Name}, {target.Value}, {field}"
                : $"validation.Rule<{TypeText.Write(type)}>({target.Name}, {target.Value}, {JsonText.Writer(type)}, {field}"));
        }
    }

    /// <summary>What is checked.</summary>
    /// <param name="Type">Its type, as it is declared.</param>
    /// <param name="Name">The literal for the member's name.</param>
    /// <param name="Value">The C# expression for it.</param>
    private sealed record Target(TypeRef Type, string Name, string Value)
    {
        /// <summary>
        /// What a check is given of the value: a URI's text, and of what has items or entries their number. A record's members are counted already.
        /// </summary>
        public string Subject(CallAssertion call)
            => call.IsOfCount && Type is not NamedType ? Value + "?.Count"
                : Type.AsNonNullable() is ScalarType { Kind: Scalar.Uri } ? Value + "?.OriginalString"
                : Value;
    }
}
