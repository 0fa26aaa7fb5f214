using System.Globalization;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission;

/// <summary>Limits as the statements that check a value, a line for each keyword.</summary>
/// <param name="checks">Knows which types check themselves.</param>
/// <param name="patterns">Takes the patterns that the statements refer to.</param>
internal sealed class LimitChecks(Checks checks, PatternFields patterns)
{
    /// <summary>The statements for a value.</summary>
    /// <param name="type">The value's type, as declared.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="jsonName">The member's name in JSON; empty for the checked value itself.</param>
    /// <param name="value">The C# expression for it.</param>
    /// <param name="member">The C# name that a pattern's field is called after.</param>
    public IEnumerable<string> Of(TypeRef type, LimitsModel limits, string jsonName, string value, string member)
    {
        var name = CSharpText.Literal(jsonName);
        return type.AsNonNullable() switch
        {
            ScalarType { Kind: Scalar.String } => [.. Text(limits, name, value, member), .. Format(limits, name, value), .. Allowed(type, limits, name, value)],
            ScalarType { Kind: Scalar.Uri } => Text(limits, name, value + "?.OriginalString", member),
            ScalarType { Kind: Scalar.Element } => [.. Text(limits, name, value, member), .. Numbers(Scalar.Double, limits, name, value), .. AnyCounts(limits, name, value)],
            ScalarType { Kind: Scalar.Boolean } => Allowed(type, limits, name, value),
            ScalarType { Kind: var kind } when NumberText.IsNumber(kind) => [.. Numbers(kind, limits, name, value), .. Allowed(type, limits, name, value)],
            ListType list => [.. Counts(limits, name, value), .. Unique(list.Item, limits, name, value), .. Items("Each", list.Item, limits, name, value, member)],
            MapType map => [.. Members(limits, name, value + "?.Count"), .. Items("EachValue", map.Value, limits, name, value, member)],
            NamedType named when checks.Has(named.Name) => [$"validation.Nested({name}, {value});"],
            _ => [],
        };
    }

    /// <summary>The count of a map's entries or a record's members.</summary>
    public static IEnumerable<string> Members(LimitsModel limits, string name, string count)
        => Lines(("MinProperties", Text(limits.MinProperties)), ("MaxProperties", Text(limits.MaxProperties)), name, count);

    private IEnumerable<string> Text(LimitsModel limits, string name, string value, string member)
        => Lines(("MinLength", Text(limits.MinLength)), ("MaxLength", Text(limits.MaxLength)), name, value)
            .Concat(limits.Patterns.Select(pattern => $"validation.Pattern({name}, {value}, {patterns.Of(pattern, member)});"));

    private static IEnumerable<string> Format(LimitsModel limits, string name, string value)
        => limits.Format is { } format ? [$"validation.Format({name}, {value}, {CSharpText.Literal(format)});"] : [];

    private static IEnumerable<string> Numbers(Scalar kind, LimitsModel limits, string name, string value)
    {
        var inclusive = Lines(
            ("Minimum", NumberText.Bound(kind, limits.Minimum, isLower: true, isExclusive: false)),
            ("Maximum", NumberText.Bound(kind, limits.Maximum, isLower: false, isExclusive: false)),
            name,
            value);
        var exclusive = Lines(
            ("ExclusiveMinimum", NumberText.Bound(kind, limits.ExclusiveMinimum, isLower: true, isExclusive: true)),
            ("ExclusiveMaximum", NumberText.Bound(kind, limits.ExclusiveMaximum, isLower: false, isExclusive: true)),
            name,
            value);
        var divisors = limits.MultipleOf.Select(divisor => NumberText.Divisor(kind, divisor)).OfType<string>();
        return [.. inclusive, .. exclusive, .. divisors.Select(divisor => $"validation.MultipleOf({name}, {value}, {divisor});")];
    }

    private static IEnumerable<string> Allowed(TypeRef type, LimitsModel limits, string name, string value)
    {
        var kind = ((ScalarType)type.AsNonNullable()).Kind;
        var literals = limits.Allowed.Select(allowed => NumberText.Literal(kind, allowed)).ToList();
        if (literals.Count == 0 || literals.Contains(null))
        {
            return [];
        }

        // A string that must not be null and is nevertheless is what `required` is about.
        var isNullable = type is NullableType || !type.IsValueType;
        var values = string.Join(" or ", isNullable ? ["null", .. literals.Distinct()] : literals.Distinct());
        var text = CSharpText.Literal(string.Join(", ", limits.Allowed));
        return [$"if ({value} is not ({values})) {{ validation.Add({name}, \"{(literals.Count == 1 ? "const" : "enum")}\", {text}, {value}); }}"];
    }

    private static IEnumerable<string> Counts(LimitsModel limits, string name, string value)
        => Lines(("MinItems", Text(limits.MinItems)), ("MaxItems", Text(limits.MaxItems)), name, value + "?.Count");

    /// <summary>A value that may be of any kind is judged by what it is.</summary>
    private static IEnumerable<string> AnyCounts(LimitsModel limits, string name, string value)
        => [
            .. Lines(("MinItems", Text(limits.MinItems)), ("MaxItems", Text(limits.MaxItems)), name, value),
            .. Members(limits, name, value),
            .. limits.UniqueItems ? [$"validation.UniqueItems({name}, {value});"] : (string[])[],
        ];

    /// <summary>Scalars compare by themselves; whatever holds something compares as JSON.</summary>
    private static IEnumerable<string> Unique(TypeRef item, LimitsModel limits, string name, string value)
    {
        if (!limits.UniqueItems)
        {
            return [];
        }

        var isScalar = item.AsNonNullable() is ScalarType { Kind: not Scalar.Bytes } or NamedType { Kind: NamedKind.Enum };
        return [isScalar ? $"validation.UniqueItems({name}, {value});" : $"validation.UniqueItems({name}, {value}, {JsonText.Writer(item)});"];
    }

    private IEnumerable<string> Items(string method, TypeRef item, LimitsModel limits, string name, string value, string member)
    {
        var statements = Of(item, limits.Items ?? LimitsModel.None, "", "item", member + "Item").ToList();
        if (statements.Count == 0)
        {
            return [];
        }

        if (item is NamedType)
        {
            return [$"validation.{method}({name}, {value});"];
        }

        var parameters = $"static (ref {Known.Validation} validation, {TypeText.Of(item)} item) =>";
        return statements.Count == 1 && statements[0].EndsWith(";", StringComparison.Ordinal)
            ? [$"validation.{method}({name}, {value}, {parameters} {statements[0].TrimEnd(';')});"]
            : [$"validation.{method}({name}, {value}, {parameters}\n{{\n{string.Join("\n", statements.Select(Indented))}\n}});"];
    }

    private static string Indented(string statement) => "    " + statement.Replace("\n", "\n    ");

    private static IEnumerable<string> Lines((string Keyword, string? Limit) first, (string Keyword, string? Limit) second, string name, string value)
        => new[] { first, second }.Where(line => line.Limit is not null).Select(line => $"validation.{line.Keyword}({name}, {value}, {line.Limit});");

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
