using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using UploadGen.Generator.Diagnostics;

namespace UploadGen.Generator.Binding;

/// <summary>Finds limits that nothing can keep, and patterns that are no regular expressions.</summary>
internal static class LimitProblems
{
    public static IEnumerable<SpecProblem> Of(IOpenApiSchema schema, string pointer)
    {
        if (Exceeds(schema.MinLength, schema.MaxLength))
        {
            yield return Contradiction(pointer, "minLength", Text(schema.MinLength), "maxLength", Text(schema.MaxLength));
        }

        if (Exceeds(schema.MinItems, schema.MaxItems))
        {
            yield return Contradiction(pointer, "minItems", Text(schema.MinItems), "maxItems", Text(schema.MaxItems));
        }

        if (Exceeds(schema.MinProperties, schema.MaxProperties))
        {
            yield return Contradiction(pointer, "minProperties", Text(schema.MinProperties), "maxProperties", Text(schema.MaxProperties));
        }

        if (Exceeds(Number(schema.Minimum), Number(schema.Maximum)))
        {
            yield return Contradiction(pointer, "minimum", schema.Minimum!, "maximum", schema.Maximum!);
        }

        if (schema.Pattern is { } pattern && !IsRegularExpression(pattern))
        {
            yield return SpecProblem.At(pointer + "/pattern", SpecProblemKind.Contradiction, $"the pattern '{pattern}' is no regular expression, and isn't checked");
        }
    }

    private static bool Exceeds(decimal? min, decimal? max) => min > max;

    private static SpecProblem Contradiction(string pointer, string lower, string min, string upper, string max)
        => SpecProblem.At($"{pointer}/{lower}", SpecProblemKind.Contradiction, $"{lower} is {min} and {upper} is {max}, so no value is valid");

    /// <summary>.NET's ECMAScript mode knows no <c>\p{L}</c> and no lookbehind, which ECMA-262 has had since 2018.</summary>
    private static bool IsRegularExpression(string pattern) => Compiles(pattern, RegexOptions.ECMAScript) || Compiles(pattern, RegexOptions.CultureInvariant);

    private static bool Compiles(string pattern, RegexOptions options)
    {
        try
        {
            _ = new Regex(pattern, options);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static decimal? Number(string? text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
