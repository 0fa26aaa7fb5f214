using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using UploadGen.Core;
using UploadGen.Generator.Limits.Patterns;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits;

/// <summary>Judges a value that the document itself gives (a default, an example, a member of an enum) by the limits of its own schema.</summary>
internal static class SchemaValue
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>What the value breaks, in words, or null.</summary>
    public static string? Broken(IOpenApiSchema schema, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => Text(schema, value.GetValue<string>()),
        JsonValueKind.Number => NumberBroken(schema, value.ToJsonString()),
        JsonValueKind.Array => Count("minItems", schema.MinItems, "maxItems", schema.MaxItems, value.AsArray().Count),
        JsonValueKind.Object => Count("minProperties", schema.MinProperties, "maxProperties", schema.MaxProperties, value.AsObject().Count),
        _ => null,
    };

    private static string? Text(IOpenApiSchema schema, string text)
    {
        var length = text.Length - Enumerable.Range(0, Math.Max(0, text.Length - 1)).Count(i => char.IsSurrogatePair(text, i));
        return Count("minLength", schema.MinLength, "maxLength", schema.MaxLength, length) ?? (schema.Pattern is { } pattern && !Matches(pattern, text) ? $"pattern is {pattern}" : null)
            ?? (schema.Format is { } format && !StringFormat.IsValid(format, text) ? $"format is {format}" : null);
    }

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return EcmaPattern.Translate(pattern, out _) is not { } expression || Regex.IsMatch(text, expression, RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static string? NumberBroken(IOpenApiSchema schema, string number)
    {
        var bounds = new (string Keyword, string? Limit, Func<int, bool> IsBroken)[]
        {
            ("minimum", schema.Minimum, comparison => comparison < 0),
            ("maximum", schema.Maximum, comparison => comparison > 0),
            ("exclusiveMinimum", schema.ExclusiveMinimum, comparison => comparison <= 0),
            ("exclusiveMaximum", schema.ExclusiveMaximum, comparison => comparison >= 0),
        };
        var (keyword, limit, _) = bounds.FirstOrDefault(bound => bound.Limit is { } limit && bound.IsBroken(Number.Compare(number, limit)));
        return keyword is not null ? $"{keyword} is {limit}"
            : schema.MultipleOf is > 0 and var divisor && Number.Decimal(number) % divisor is not (null or 0) ? $"multipleOf is {divisor.ToString(CultureInfo.InvariantCulture)}"
            : null;
    }

    private static string? Count(string lower, int? min, string upper, int? max, int count)
        => count < min ? string.Format(CultureInfo.InvariantCulture, "{0} is {1}", lower, min)
            : count > max ? string.Format(CultureInfo.InvariantCulture, "{0} is {1}", upper, max)
            : null;
}
