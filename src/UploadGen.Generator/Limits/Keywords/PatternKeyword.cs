using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using UploadGen.Generator.Limits.Patterns;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>pattern</c>: what must be found in a string. One that has no counterpart in .NET isn't kept.</summary>
internal sealed class PatternKeyword() : Keyword("pattern")
{
    /// <summary>Longer ones aren't shown in the documentation.</summary>
    private const int MaxShown = 100;

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(100);

    public override IEnumerable<string> Read(IOpenApiSchema schema)
        => schema.Pattern is { } text && EcmaPattern.Translate(text, out _) is not null ? [text] : [];

    public override IEnumerable<Limit> Merge(IReadOnlyList<Limit> left, IReadOnlyList<Limit> right) => Both(left, right);

    public override IEnumerable<AttributeModel> Attributes(SchemaLimits limits, TypeRef type)
        => type is ScalarType { Kind: Scalar.String } ? limits.Of(Name).Select(limit => EcmaAttribute(Pattern(limit.Value))) : [];

    public override IEnumerable<string> Sentences(SchemaLimits limits, TypeRef type)
        => IsText(type) ? limits.Of(Name).Where(limit => limit.Value.Length <= MaxShown).Select(limit => $"Matches {limit.Value} (ECMA-262).") : [];

    public override string? Problem(IOpenApiSchema schema)
        => schema.Pattern is { } pattern && EcmaPattern.Translate(pattern, out var reason) is null
            ? $"the pattern '{pattern}' isn't checked, because {reason}"
            : null;

    public override string? BrokenBy(IOpenApiSchema schema, JsonNode value) => Read(schema).FirstOrDefault(limit => IsBroken(limit, value));

    protected override AssertionModel? Assertion(string limit, TypeRef type)
        => IsText(type) ? Call(new PatternArgument(Pattern(limit))) : null;

    private static bool IsBroken(string limit, JsonNode value)
    {
        try
        {
            return value.GetValueKind() == JsonValueKind.String
                && !Regex.IsMatch(value.GetValue<string>(), Pattern(limit).Expression, RegexOptions.CultureInvariant, Timeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static AttributeModel EcmaAttribute(PatternModel pattern)
        => pattern.Expression == pattern.Text
            ? Attribute("EcmaPattern", new TextArgument(pattern.Text))
            : Attribute("EcmaPattern", new TextArgument(pattern.Text), new TextArgument(pattern.Expression));

    private static PatternModel Pattern(string text) => new(text, EcmaPattern.Translate(text, out _)!);

    private static bool IsText(TypeRef type) => type is ScalarType { Kind: Scalar.String or Scalar.Uri };
}
