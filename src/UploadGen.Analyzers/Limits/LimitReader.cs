using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Limits;

/// <summary>Reads the limit that an attribute's arguments set; null if they set none that can be checked, as in half-typed code.</summary>
internal static class LimitReader
{
    public static ILimit? StringLength(AttributeData data, bool countsCodePoints)
        => Argument(data, 0) is int maximum
            ? new LengthLimit(Named(data, "MinimumLength") is int minimum ? minimum : 0, maximum, countsCodePoints, limitsItems: false)
            : null;

    public static ILimit? MaxLength(AttributeData data, bool isText)
        => Argument(data, 0) is int maximum and >= 0 ? new LengthLimit(0, maximum, countsCodePoints: false, limitsItems: !isText) : null;

    public static ILimit? MinLength(AttributeData data, bool isText)
        => Argument(data, 0) is int minimum and > 0 ? new LengthLimit(minimum, null, countsCodePoints: false, limitsItems: !isText) : null;

    /// <summary>The ends of <see cref="long"/> stand for no limit.</summary>
    public static ILimit? IntegerRange(AttributeData data)
        => Argument(data, 0) is long minimum && Argument(data, 1) is long maximum
            ? new RangeLimit(minimum == long.MinValue ? null : minimum, maximum == long.MaxValue ? null : maximum)
            : null;

    /// <summary>A range whose ends are numbers or texts. With three arguments, the first is the type of the numbers.</summary>
    public static ILimit? Range(AttributeData data)
    {
        var first = data.ConstructorArguments.Length == 3 ? 1 : 0;
        return Bound(Argument(data, first)) is { } minimum && Bound(Argument(data, first + 1)) is { } maximum ? Range(data, minimum, maximum) : null;
    }

    /// <summary>A range in which an end may be missing.</summary>
    public static ILimit? DecimalRange(AttributeData data)
        => data.ConstructorArguments.Length == 2 ? Range(data, Bound(Argument(data, 0)), Bound(Argument(data, 1))) : null;

    public static ILimit? MultipleOf(AttributeData data) => Bound(Argument(data, 0)) is { } divisor and > 0 ? new DivisorLimit(divisor) : null;

    public static ILimit? Pattern(AttributeData data)
        => Argument(data, 0) is string pattern ? PatternLimit.TryCreate(pattern, pattern, isSearched: false) : null;

    /// <summary>The first argument is the pattern in the document. The second is the same for .NET, where .NET writes it differently.</summary>
    public static ILimit? EcmaPattern(AttributeData data)
        => Argument(data, 0) is string text ? PatternLimit.TryCreate(text, Argument(data, 1) as string ?? text, isSearched: true) : null;

    public static ILimit? Format(AttributeData data) => Argument(data, 0) is string format ? new FormatLimit(format) : null;

    public static ILimit? Allowed(AttributeData data)
        => data.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false, Values: { Length: > 0 } values }
            && values.All(value => value.Kind is TypedConstantKind.Primitive)
                ? new AllowedLimit(values.Select(value => value.Value).OfType<object>().ToList())
                : null;

    /// <summary>An argument of an attribute's constructor; null if it is missing, or if it is a type or an array.</summary>
    public static object? Argument(AttributeData data, int index)
        => index < data.ConstructorArguments.Length ? Primitive(data.ConstructorArguments[index]) : null;

    private static decimal? Bound(object? value) => value is string text ? Numbers.Parse(text) : Numbers.ToDecimal(value);

    private static object? Named(AttributeData data, string name)
        => Primitive(data.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value);

    private static object? Primitive(TypedConstant constant) => constant.Kind == TypedConstantKind.Primitive ? constant.Value : null;

    private static RangeLimit Range(AttributeData data, decimal? minimum, decimal? maximum)
        => new(minimum, maximum, Named(data, "MinimumIsExclusive") is true, Named(data, "MaximumIsExclusive") is true);
}
