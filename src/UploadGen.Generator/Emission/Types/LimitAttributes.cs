using System.Globalization;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>Limits as attributes for tools: those of DataAnnotations where they mean the same, else ones that derive from them.</summary>
internal static class LimitAttributes
{
    private const string Standard = "global::System.ComponentModel.DataAnnotations";

    /// <summary>The attributes of a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="isSent">Whether requests are made of it: what is received may be another value of an enum than those known.</param>
    public static IEnumerable<string> Of(PropertyModel property, bool isSent)
    {
        var limits = isSent || property.Type.AsNonNullable() is not NamedType ? Of(property.PropertyType, property.Limits) : [];
        return property.IsRequired && property.Type is not NullableType && !property.Type.IsValueType
            ? limits.Prepend($"[{Standard}.Required(AllowEmptyStrings = true)]")
            : limits;
    }

    /// <summary>The attributes of a value.</summary>
    public static IEnumerable<string> Of(TypeRef type, LimitsModel limits)
        => (type.AsNonNullable() switch
        {
            ScalarType { Kind: Scalar.String } => [.. Text(limits), .. Format(limits), .. Allowed(type, limits)],
            ScalarType { Kind: Scalar.Boolean } => Allowed(type, limits),
            ScalarType { Kind: var kind } when NumberText.IsNumber(kind) => [.. Range(kind, limits), .. Divisors(limits), .. Allowed(type, limits)],
            ListType => List(limits),
            NamedType { Kind: NamedKind.Enum } => Texts(limits),
            MapType => Counts(limits.MinProperties, limits.MaxProperties, "Properties"),
            _ => [],
        }).Select(attribute => $"[{attribute}]");

    private static IEnumerable<string> Text(LimitsModel limits)
    {
        if ((limits.MinLength ?? limits.MaxLength) is not null)
        {
            var minLength = limits.MinLength is { } length ? $", MinimumLength = {Text(length)}" : "";
            yield return $"{Known.Annotations}.CodePointLength({(limits.MaxLength is { } maximum ? Text(maximum) : "int.MaxValue")}{minLength})";
        }

        foreach (var pattern in limits.Patterns)
        {
            var expression = pattern.Expression == pattern.Text ? "" : ", " + CSharpText.Literal(pattern.Expression);
            yield return $"{Known.Annotations}.EcmaPattern({CSharpText.Literal(pattern.Text)}{expression})";
        }
    }

    private static IEnumerable<string> Format(LimitsModel limits) => limits.Format is { } format ? [$"{Known.Annotations}.Format({CSharpText.Literal(format)})"] : [];

    private static IEnumerable<string> Range(Scalar kind, LimitsModel limits)
    {
        if ((limits.Minimum ?? limits.Maximum ?? limits.ExclusiveMinimum ?? limits.ExclusiveMaximum) is null)
        {
            return [];
        }

        return kind switch
        {
            Scalar.Int32 or Scalar.Int64 => Integers(limits),
            Scalar.Decimal => [$"{Known.Annotations}.DecimalRange({Decimal(Lower(limits))}, {Decimal(Upper(limits))}{Exclusive(limits)})"],
            _ => [$"{Standard}.Range({Double(kind, Lower(limits), "double.NegativeInfinity")}, {Double(kind, Upper(limits), "double.PositiveInfinity")}{Exclusive(limits)})"],
        };
    }

    private static IEnumerable<string> Integers(LimitsModel limits)
    {
        var lower = new[] { NumberText.Integer(limits.Minimum, decimal.Ceiling), NumberText.Integer(limits.ExclusiveMinimum, bound => decimal.Floor(bound) + 1) }.Max();
        var upper = new[] { NumberText.Integer(limits.Maximum, decimal.Floor), NumberText.Integer(limits.ExclusiveMaximum, bound => decimal.Ceiling(bound) - 1) }.Min();
        if ((lower ?? upper) is not null)
        {
            yield return $"{Known.Annotations}.IntegerRange({Text(lower) ?? "long.MinValue"}, {Text(upper) ?? "long.MaxValue"})";
        }
    }

    private static IEnumerable<string> Divisors(LimitsModel limits)
        => limits.MultipleOf.Where(divisor => Number.Decimal(divisor) is not null).Select(divisor => $"{Known.Annotations}.MultipleOf({CSharpText.Literal(divisor)})");

    private static IEnumerable<string> Allowed(TypeRef type, LimitsModel limits)
    {
        var kind = ((ScalarType)type.AsNonNullable()).Kind;
        var literals = limits.Allowed.Select(allowed => NumberText.Literal(kind, allowed)).ToList();

        if (literals.Count == 0 || literals.Contains(null))
        {
            return [];
        }

        // C# has no decimals in attributes.
        if (kind == Scalar.Decimal)
        {
            return Texts(limits);
        }

        var isNullable = type is NullableType || !type.IsValueType;
        return [$"{Standard}.AllowedValues({string.Join(", ", isNullable ? ["null", .. literals.Distinct()] : literals.Distinct())})"];
    }

    private static IEnumerable<string> Texts(LimitsModel limits)
        => limits.Allowed.Count == 0 ? [] : [$"{Known.Annotations}.AllowedTexts({string.Join(", ", limits.Allowed.Select(CSharpText.Literal))})"];

    private static IEnumerable<string> List(LimitsModel limits)
    {
        var counts = Counts(limits.MinItems, limits.MaxItems, "Items");
        return limits.UniqueItems ? counts.Append($"{Known.Annotations}.UniqueItems") : counts;
    }

    private static IEnumerable<string> Counts(int? min, int? max, string what)
        => new[] { ("Min", min), ("Max", max) }.Where(limit => limit.Item2 is not null).Select(limit => $"{Known.Annotations}.{limit.Item1}{what}({Text(limit.Item2!.Value)})");

    private static bool IsLowerExclusive(LimitsModel limits) => limits.ExclusiveMinimum is { } bound && (limits.Minimum is null || Number.Compare(bound, limits.Minimum) >= 0);

    private static bool IsUpperExclusive(LimitsModel limits) => limits.ExclusiveMaximum is { } bound && (limits.Maximum is null || Number.Compare(bound, limits.Maximum) <= 0);

    private static string? Lower(LimitsModel limits) => IsLowerExclusive(limits) ? limits.ExclusiveMinimum : limits.Minimum;

    private static string? Upper(LimitsModel limits) => IsUpperExclusive(limits) ? limits.ExclusiveMaximum : limits.Maximum;

    private static string Exclusive(LimitsModel limits)
        => (IsLowerExclusive(limits) ? ", MinimumIsExclusive = true" : "") + (IsUpperExclusive(limits) ? ", MaximumIsExclusive = true" : "");

    private static string Decimal(string? bound) => Number.Decimal(bound) is { } number ? CSharpText.Literal(number.ToString(CultureInfo.InvariantCulture)) : "null";

    private static string Double(Scalar kind, string? bound, string none) => bound is null ? none : NumberText.Literal(kind, bound) ?? none;

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
