using System.Globalization;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission;

/// <summary>Limits as attributes for tools, as a sentence for people, and as checks.</summary>
internal static class LimitsText
{
    /// <summary>The attributes of a property.</summary>
    public static IEnumerable<string> Attributes(TypeRef type, LimitsModel limits)
    {
        if (Kind(type) == Scalar.String && limits.MaxLength is { } maxLength)
        {
            var minLength = limits.MinLength is { } length ? $", MinimumLength = {Text(length)}" : "";
            yield return $"[{Known.Annotations}.CodePointLength({Text(maxLength)}{minLength})]";
        }

        if (Kind(type) is Scalar.Int32 or Scalar.Int64 && (limits.Minimum ?? limits.Maximum) is not null)
        {
            var minimum = Integer(limits.Minimum) ?? "long.MinValue";
            var maximum = Integer(limits.Maximum) ?? "long.MaxValue";
            yield return $"[{Known.Annotations}.IntegerRange({minimum}, {maximum})]";
        }
    }

    /// <summary>The limits in words, or nothing.</summary>
    public static string? Sentence(TypeRef type, LimitsModel limits)
    {
        if (type.AsNonNullable() is ListType)
        {
            return Span(limits.MinItems, limits.MaxItems, "item", "items");
        }

        return Kind(type) switch
        {
            Scalar.String => Span(limits.MinLength, limits.MaxLength, "character", "characters"),
            Scalar.Int32 or Scalar.Int64 or Scalar.Single or Scalar.Double or Scalar.Decimal => Range(limits),
            _ => null,
        };
    }

    /// <summary>The statements that check a value before it is sent.</summary>
    public static IEnumerable<string> Checks(TypeRef type, LimitsModel limits, string jsonName, string value)
    {
        var name = CSharpText.Literal(jsonName);
        switch (type.AsNonNullable())
        {
            case ScalarType { Kind: Scalar.String }:
                foreach (var (keyword, limit) in new[] { ("MinLength", limits.MinLength), ("MaxLength", limits.MaxLength) })
                {
                    if (limit is { } length)
                    {
                        yield return $"validation.{keyword}({name}, {value}, {Text(length)});";
                    }
                }

                break;
            case ScalarType { Kind: Scalar.Int32 or Scalar.Int64 or Scalar.Single or Scalar.Double or Scalar.Decimal } scalar:
                var bounds = new[]
                {
                    ("Minimum", limits.Minimum), ("Maximum", limits.Maximum), ("ExclusiveMinimum", limits.ExclusiveMinimum), ("ExclusiveMaximum", limits.ExclusiveMaximum),
                };
                foreach (var (keyword, limit) in bounds)
                {
                    if (NumberLiteral(scalar.Kind, limit) is { } number)
                    {
                        yield return $"validation.{keyword}({name}, {value}, {number});";
                    }
                }

                break;
            case ListType:
                foreach (var (keyword, limit) in new[] { ("MinItems", limits.MinItems), ("MaxItems", limits.MaxItems) })
                {
                    if (limit is { } count)
                    {
                        yield return $"validation.{keyword}({name}, {value}?.Count, {Text(count)});";
                    }
                }

                break;
        }
    }

    private static Scalar? Kind(TypeRef type) => type.AsNonNullable() is ScalarType scalar ? scalar.Kind : null;

    private static string? Span(int? min, int? max, string one, string many) => (min, max) switch
    {
        ({ } from, { } to) when from == to => $"Exactly {Text(to)} {(to == 1 ? one : many)}.",
        ({ } from, { } to) => $"{Text(from)} to {Text(to)} {many}.",
        (null, { } to) => $"Up to {Text(to)} {(to == 1 ? one : many)}.",
        ({ } from, null) => $"At least {Text(from)} {(from == 1 ? one : many)}.",
        _ => null,
    };

    private static string? Range(LimitsModel limits)
    {
        var parts = new[]
        {
            limits.ExclusiveMinimum is { } above ? $"more than {above}" : null,
            limits.ExclusiveMaximum is { } below ? $"less than {below}" : null,
            (limits.Minimum, limits.Maximum) switch
            {
                ({ } from, { } to) => $"{from} to {to}",
                ({ } from, null) => $"at least {from}",
                (null, { } to) => $"at most {to}",
                _ => null,
            },
        };
        var text = string.Join(", ", parts.OfType<string>());
        return text.Length == 0 ? null : char.ToUpperInvariant(text[0]) + text.Substring(1) + ".";
    }

    private static string? NumberLiteral(Scalar kind, string? limit)
    {
        if (limit is null)
        {
            return null;
        }

        return kind switch
        {
            Scalar.Int32 or Scalar.Int64 when Integer(limit) is { } integer => integer + "L",
            Scalar.Single or Scalar.Double when double.TryParse(limit, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number)
                => number.ToString("R", CultureInfo.InvariantCulture) + "D",
            _ when decimal.TryParse(limit, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture) + "M",
            _ => null,
        };
    }

    private static string? Integer(string? limit)
        => decimal.TryParse(limit, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
