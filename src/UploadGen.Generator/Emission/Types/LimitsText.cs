using System.Globalization;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>Limits as a sentence for people.</summary>
internal static class LimitsText
{
    /// <summary>The limits in words, or nothing.</summary>
    public static string? Sentence(TypeRef type, LimitsModel limits)
    {
        var sentences = Sentences(type.AsNonNullable(), limits).OfType<string>().ToList();
        return sentences.Count == 0 ? null : string.Join(" ", sentences);
    }

    private static IEnumerable<string?> Sentences(TypeRef type, LimitsModel limits)
    {
        switch (type)
        {
            case ListType:
                yield return Span(limits.MinItems, limits.MaxItems, "item", "items");
                yield return limits.UniqueItems ? "No item twice." : null;
                break;
            case MapType:
                yield return Span(limits.MinProperties, limits.MaxProperties, "entry", "entries");
                break;
            case ScalarType { Kind: Scalar.String or Scalar.Uri }:
                yield return limits.Format is { } format ? $"Format: {format}." : null;
                yield return Span(limits.MinLength, limits.MaxLength, "character", "characters");
                foreach (var pattern in limits.Patterns.Where(pattern => pattern.Text.Length <= 100))
                {
                    yield return $"Matches {pattern.Text} (ECMA-262).";
                }

                break;
            case ScalarType { Kind: var kind } when NumberText.IsNumber(kind):
                yield return Range(limits);
                foreach (var divisor in limits.MultipleOf)
                {
                    yield return $"A multiple of {divisor}.";
                }

                yield return limits.Allowed.Count is 0 or > 20 ? null : $"One of {string.Join(", ", limits.Allowed)}.";
                break;
        }
    }

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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
