using System.Globalization;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary>The bounds of a number. Documentation and attributes say them all at once.</summary>
internal sealed record NumberRange(string? Minimum, string? Maximum, string? ExclusiveMinimum, string? ExclusiveMaximum)
{
    /// <summary>The bounds in words; there is at least one.</summary>
    public string Sentence
    {
        get
        {
            var parts = new[]
            {
                ExclusiveMinimum is { } above ? $"more than {above}" : null,
                ExclusiveMaximum is { } below ? $"less than {below}" : null,
                (Minimum, Maximum) switch
                {
                    ({ } from, { } to) => $"{from} to {to}",
                    ({ } from, null) => $"at least {from}",
                    (null, { } to) => $"at most {to}",
                    _ => null,
                },
            };
            var text = string.Join(", ", parts.OfType<string>());
            return char.ToUpperInvariant(text[0]) + text.Substring(1) + ".";
        }
    }

    private bool IsLowerExclusive => ExclusiveMinimum is { } bound && (Minimum is null || Number.Compare(bound, Minimum) >= 0);

    private bool IsUpperExclusive => ExclusiveMaximum is { } bound && (Maximum is null || Number.Compare(bound, Maximum) <= 0);

    private string? Lower => IsLowerExclusive ? ExclusiveMinimum : Minimum;

    private string? Upper => IsUpperExclusive ? ExclusiveMaximum : Maximum;

    public static NumberRange From(SchemaLimits limits)
        => new(limits.Value("minimum"), limits.Value("maximum"), limits.Value("exclusiveMinimum"), limits.Value("exclusiveMaximum"));

    /// <summary>A bound of an integer, moved to the next integer that means the same; null where it isn't one that a long can have.</summary>
    public static long? Rounded(string? bound, bool up)
        => Number.Decimal(bound) is { } number
            && (up ? decimal.Ceiling(number) : decimal.Floor(number)) is >= long.MinValue and <= long.MaxValue and var integer
                ? (long)integer
                : null;

    /// <summary>The attribute for a type of numbers; null where its values can't break the bounds.</summary>
    public AttributeModel? Attribute(ScalarType type) => type switch
    {
        { IsInteger: true } => Integers(),
        { Kind: Scalar.Decimal or Scalar.UInt64 } => Attribute("UploadGen.Annotations.DecimalRange", Decimal(Lower), Decimal(Upper), Exclusive()),
        _ => Attribute(
            "System.ComponentModel.DataAnnotations.Range",
            Floating(type.Kind, Lower, isLower: true),
            Floating(type.Kind, Upper, isLower: false),
            Exclusive()),
    };

    private AttributeModel? Integers()
    {
        var lower = new[] { Rounded(Minimum, up: true), Rounded(ExclusiveMinimum, up: false) + 1 }.Max();
        var upper = new[] { Rounded(Maximum, up: false), Rounded(ExclusiveMaximum, up: true) - 1 }.Min();
        return (lower ?? upper) is null ? null
            : Attribute("UploadGen.Annotations.IntegerRange", Integer(lower, isLower: true), Integer(upper, isLower: false), []);
    }

    private IEnumerable<AttributeSetting> Exclusive()
    {
        if (IsLowerExclusive)
        {
            yield return new AttributeSetting("MinimumIsExclusive", new BooleanArgument(true));
        }

        if (IsUpperExclusive)
        {
            yield return new AttributeSetting("MaximumIsExclusive", new BooleanArgument(true));
        }
    }

    private static AttributeModel Attribute(string type, ArgumentModel lower, ArgumentModel upper, IEnumerable<AttributeSetting> settings)
        => new(type, new[] { lower, upper }.ToEquatableArray(), settings.ToEquatableArray());

    private static ArgumentModel Integer(long? bound, bool isLower)
        => bound is { } integer ? new IntegerArgument(integer) : new ExtremeArgument(Scalar.Int64, isLower);

    private static ArgumentModel Decimal(string? bound)
        => Number.Decimal(bound) is { } number ? new TextArgument(number.ToString(CultureInfo.InvariantCulture)) : new NullArgument();

    private static ArgumentModel Floating(Scalar kind, string? bound, bool isLower)
        => bound is not null && Number.Fits(kind, bound) ? new NumberArgument(kind, bound) : new ExtremeArgument(Scalar.Double, isLower);
}
