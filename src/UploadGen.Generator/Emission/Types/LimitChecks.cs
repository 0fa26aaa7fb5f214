using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>Limits as the statements that check a value, a line for each keyword.</summary>
/// <param name="checks">Knows which types check themselves.</param>
/// <param name="patterns">Takes the patterns that the statements refer to.</param>
internal sealed class LimitChecks(Checks checks, PatternFields patterns)
{
    /// <summary>The checks of a value.</summary>
    /// <param name="type">The value's type, as declared.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="jsonName">The member's name in JSON; empty for the checked value itself.</param>
    /// <param name="value">The C# expression for it.</param>
    /// <param name="member">The C# name that a pattern's field is called after.</param>
    public IEnumerable<CheckLine> Of(TypeRef type, LimitsModel limits, string jsonName, string value, string member)
    {
        var target = new Target(limits, jsonName, value);
        return Single(type, target, member).Concat(Rules(type, target, member));
    }

    /// <summary>What is checked by the value's JSON.</summary>
    public IEnumerable<CheckLine> Rules(TypeRef type, LimitsModel limits, string value, string member) => Rules(type, new Target(limits, "", value), member);

    private IEnumerable<CheckLine> Rules(TypeRef type, Target target, string member)
    {
        foreach (var rule in target.Limits.Rules)
        {
            var own = type.AsNonNullable();
            yield return new CheckLine(own is ScalarType { Kind: Scalar.Element }
                ? $"validation.Rule({target.Name}, {target.Value}, {patterns.Of(rule, member)});"
                : $"validation.Rule<{TypeText.Of(own)}>({target.Name}, {target.Value}, {JsonText.Writer(own)}, {patterns.Of(rule, member)});");
        }
    }

    /// <summary>A check for each keyword that has one.</summary>
    private IEnumerable<CheckLine> Single(TypeRef type, Target target, string member)
        => type.AsNonNullable() switch
        {
            ScalarType { Kind: Scalar.String } => [.. Text(target, member), .. target.Line("Format", Format(target.Limits), target.Limits.Format), .. Allowed(type, target)],
            ScalarType { Kind: Scalar.Uri } => Text(target with { Value = target.Value + "?.OriginalString" }, member),
            ScalarType { Kind: Scalar.Boolean } => Allowed(type, target),
            ScalarType { Kind: var kind } when NumberText.IsNumber(kind) => [.. Numbers(kind, target), .. Allowed(type, target)],
            ListType list => [.. Counts(target), .. Unique(list.Item, target), .. Items("Each", list.Item, target, member)],
            MapType map => [.. Members(target with { Value = target.Value + "?.Count" }), .. Items("EachValue", map.Value, target, member)],
            NamedType named when checks.Has(named.Name) => [new CheckLine($"validation.Nested({target.Name}, {target.Value});")],
            _ => [],
        };

    /// <summary>The check of how many members a record has.</summary>
    public static IEnumerable<CheckLine> Members(LimitsModel limits, string count) => Members(new Target(limits, "", count));

    /// <summary>The count of a map's entries or a record's members.</summary>
    private static IEnumerable<CheckLine> Members(Target target)
        => [
            .. target.Line("MinProperties", LimitsModel.Text(target.Limits.MinProperties)),
            .. target.Line("MaxProperties", LimitsModel.Text(target.Limits.MaxProperties)),
        ];

    private IEnumerable<CheckLine> Text(Target target, string member)
        => [
            .. target.Line("MinLength", LimitsModel.Text(target.Limits.MinLength)),
            .. target.Line("MaxLength", LimitsModel.Text(target.Limits.MaxLength)),
            .. target.Limits.Patterns.SelectMany(pattern => target.Line("Pattern", patterns.Of(pattern, member), pattern.Text)),
        ];

    private static string? Format(LimitsModel limits) => limits.Format is { } format ? CSharpText.Literal(format) : null;

    private static IEnumerable<CheckLine> Numbers(Scalar kind, Target target)
    {
        var limits = target.Limits;
        return [
            .. target.Line("Minimum", NumberText.Bound(kind, limits.Minimum, isLower: true, isExclusive: false), limits.Minimum),
            .. target.Line("Maximum", NumberText.Bound(kind, limits.Maximum, isLower: false, isExclusive: false), limits.Maximum),
            .. target.Line("ExclusiveMinimum", NumberText.Bound(kind, limits.ExclusiveMinimum, isLower: true, isExclusive: true), limits.ExclusiveMinimum),
            .. target.Line("ExclusiveMaximum", NumberText.Bound(kind, limits.ExclusiveMaximum, isLower: false, isExclusive: true), limits.ExclusiveMaximum),
            .. limits.MultipleOf.SelectMany(divisor => target.Line("MultipleOf", NumberText.Divisor(kind, divisor), divisor)),
        ];
    }

    private static IEnumerable<CheckLine> Allowed(TypeRef type, Target target)
    {
        var kind = ((ScalarType)type.AsNonNullable()).Kind;
        var literals = target.Limits.Allowed.Select(allowed => NumberText.Literal(kind, allowed)).ToList();
        if (literals.Count == 0 || literals.Contains(null))
        {
            return [];
        }

        // A string that must not be null and is nevertheless is what `required` is about.
        var isNullable = type is NullableType || !type.IsValueType;
        var values = string.Join(" or ", isNullable ? ["null", .. literals.Distinct()] : literals.Distinct());
        var text = CSharpText.Literal(string.Join(", ", target.Limits.Allowed));
        var statement = $"if ({target.Value} is not ({values})) {{ validation.Add({target.Name}, \"{(literals.Count == 1 ? "const" : "enum")}\", {text}, {target.Value}); }}";
        return [new CheckLine(statement, target.JsonName, target.Limits.PointerOf("enum", string.Join(",", target.Limits.Allowed)))];
    }

    private static IEnumerable<CheckLine> Counts(Target target)
        => [
            .. (target with { Value = target.Value + "?.Count" }).Line("MinItems", LimitsModel.Text(target.Limits.MinItems)),
            .. (target with { Value = target.Value + "?.Count" }).Line("MaxItems", LimitsModel.Text(target.Limits.MaxItems)),
        ];

    /// <summary>Scalars compare by themselves; whatever holds something compares as JSON.</summary>
    private static IEnumerable<CheckLine> Unique(TypeRef item, Target target)
    {
        if (!target.Limits.UniqueItems)
        {
            return [];
        }

        var isScalar = item.AsNonNullable() is ScalarType { Kind: not Scalar.Bytes } or NamedType { Kind: NamedKind.Enum };
        return [target.Statement($"validation.UniqueItems({target.Name}, {target.Value}{(isScalar ? "" : ", " + JsonText.Writer(item))});", "uniqueItems", "true")];
    }

    private IEnumerable<CheckLine> Items(string method, TypeRef item, Target target, string member)
    {
        var limits = target.Limits.Items ?? LimitsModel.None;
        var lines = Of(item, limits, "", "item", member + "Item").ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        // Places inside are relative to the items' schema where it stands under that of the list.
        var keyword = method == "Each" ? "/items" : "/additionalProperties";
        var isInside = limits.Pointer.EndsWith(keyword, StringComparison.Ordinal);
        var pointer = isInside ? limits.Pointer.Substring(0, limits.Pointer.Length - keyword.Length) : null;
        if (item is NamedType && lines.Count == 1 && limits.Rules.Count == 0)
        {
            return [new CheckLine($"validation.{method}({target.Name}, {target.Value});")];
        }

        var statements = checks.Places.Of(lines, isInside ? limits.Pointer : null).ToList();
        var parameters = $"static (ref {Known.Validation} validation, {TypeText.Of(item)} item) =>";
        var call = statements.Count == 1 && statements[0].EndsWith(";", StringComparison.Ordinal)
            ? $"validation.{method}({target.Name}, {target.Value}, {parameters} {statements[0].TrimEnd(';')});"
            : $"validation.{method}({target.Name}, {target.Value}, {parameters}\n{{\n{string.Join("\n", statements.Select(Indented))}\n}});";
        return [new CheckLine(call, target.JsonName, pointer)];
    }

    private static string Indented(string statement) => "    " + statement.Replace("\n", "\n    ");

    /// <summary>What is checked: a C# expression, called by a member's name, against limits.</summary>
    private sealed record Target(LimitsModel Limits, string JsonName, string Value)
    {
        public string Name => CSharpText.Literal(JsonName);

        /// <summary>The line for a keyword that has a limit.</summary>
        /// <param name="method">The keyword as a method.</param>
        /// <param name="argument">The limit as C#; null for none.</param>
        /// <param name="limit">The limit as the document has it, where that differs.</param>
        public IEnumerable<CheckLine> Line(string method, string? argument, string? limit = null)
        {
            if (argument is not null)
            {
                yield return Statement($"validation.{method}({Name}, {Value}, {argument});", char.ToLowerInvariant(method[0]) + method.Substring(1), limit ?? argument);
            }
        }

        public CheckLine Statement(string statement, string keyword, string limit) => new(statement, JsonName, Limits.PointerOf(keyword, limit));
    }
}
