using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Limits;

/// <summary>What the arguments of a limit's attribute say; null when they say nothing that can be checked, as in half-typed code.</summary>
internal static class LimitReader
{
    public static ILimit? StringLength(AttributeData data, bool countsCodePoints)
        => Argument(data, 0) is int maximum ? new LengthLimit(Named(data, "MinimumLength") is int minimum ? minimum : 0, maximum, countsCodePoints, limitsItems: false) : null;

    public static ILimit? MaxLength(AttributeData data, bool isText)
        => Argument(data, 0) is int maximum and >= 0 ? new LengthLimit(0, maximum, countsCodePoints: false, limitsItems: !isText) : null;

    public static ILimit? MinLength(AttributeData data, bool isText)
        => Argument(data, 0) is int minimum and > 0 ? new LengthLimit(minimum, null, countsCodePoints: false, limitsItems: !isText) : null;

    /// <summary>The ends of <see cref="long"/> stand for no limit.</summary>
    public static ILimit? IntegerRange(AttributeData data)
        => Argument(data, 0) is long minimum && Argument(data, 1) is long maximum
            ? new RangeLimit(minimum == long.MinValue ? null : minimum, maximum == long.MaxValue ? null : maximum)
            : null;

    /// <summary>A range of numbers, given as such or as text.</summary>
    public static ILimit? Range(AttributeData data)
    {
        var bounds = data.ConstructorArguments.Length == 3 ? (Bound(Argument(data, 1)), Bound(Argument(data, 2))) : (Bound(Argument(data, 0)), Bound(Argument(data, 1)));
        return bounds is ({ } minimum, { } maximum)
            ? new RangeLimit(minimum, maximum, Named(data, "MinimumIsExclusive") is true, Named(data, "MaximumIsExclusive") is true)
            : null;
    }

    /// <summary>A range of which either end may be missing.</summary>
    public static ILimit? DecimalRange(AttributeData data)
        => data.ConstructorArguments.Length == 2
            ? new RangeLimit(Bound(Argument(data, 0)), Bound(Argument(data, 1)), Named(data, "MinimumIsExclusive") is true, Named(data, "MaximumIsExclusive") is true)
            : null;

    public static ILimit? MultipleOf(AttributeData data) => Bound(Argument(data, 0)) is { } divisor and > 0 ? new DivisorLimit(divisor) : null;

    public static ILimit? Pattern(AttributeData data) => Argument(data, 0) is string pattern ? PatternLimit.TryCreate(pattern, pattern, isSearched: false) : null;

    /// <summary>The pattern as the document has it, and as .NET does where that differs.</summary>
    public static ILimit? EcmaPattern(AttributeData data)
        => Argument(data, 0) is string text ? PatternLimit.TryCreate(text, Argument(data, 1) as string ?? text, isSearched: true) : null;

    public static ILimit? Format(AttributeData data) => Argument(data, 0) is string format ? new FormatLimit(format) : null;

    public static ILimit? Allowed(AttributeData data)
        => data.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false, Values: { Length: > 0 } values } && values.All(value => value.Kind is TypedConstantKind.Primitive)
            ? new AllowedLimit(values.Select(value => value.Value).OfType<object>().ToList())
            : null;

    /// <summary>An argument of an attribute's constructor; null if it isn't there, or is no simple value.</summary>
    public static object? Argument(AttributeData data, int index)
        => index < data.ConstructorArguments.Length && data.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: var value } ? value : null;

    private static decimal? Bound(object? value) => value is string text ? Numbers.Parse(text) : Numbers.ToDecimal(value);

    private static object? Named(AttributeData data, string name)
        => data.NamedArguments.FirstOrDefault(argument => argument.Key == name) is { Value: { Kind: TypedConstantKind.Primitive, Value: var value } } ? value : null;
}
