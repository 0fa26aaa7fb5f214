using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Limits.Patterns;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits;

/// <summary>Finds limits that nothing can keep, patterns that can't be checked, and values that break their own schema.</summary>
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

        if (Exceeds(Number.Decimal(schema.Minimum), Number.Decimal(schema.Maximum)))
        {
            yield return Contradiction(pointer, "minimum", schema.Minimum!, "maximum", schema.Maximum!);
        }

        if (schema.Pattern is { } pattern && EcmaPattern.Translate(pattern, out var reason) is null)
        {
            yield return SpecProblem.At(pointer + "/pattern", SpecProblemKind.Contradiction, $"the pattern '{pattern}' isn't checked, because {reason}");
        }

        foreach (var (keyword, value) in Values(schema))
        {
            if (SchemaValue.Broken(schema, value) is { } broken)
            {
                yield return SpecProblem.At($"{pointer}/{keyword}", SpecProblemKind.Contradiction, $"{keyword.Split('/')[0]} has {Shortened(value.ToJsonString())}, but {broken}");
            }
        }
    }

    /// <summary>The values that the document gives itself, where they stand.</summary>
    private static IEnumerable<(string Keyword, JsonNode Value)> Values(IOpenApiSchema schema)
#pragma warning disable CS0618 // 3.0 has no other example.
        => new[] { ("default", schema.Default), ("example", schema.Example) }
#pragma warning restore CS0618
            .Concat((schema.Examples ?? []).Select((value, i) => ($"examples/{Text(i)}", (JsonNode?)value)))
            .Concat((schema.Enum ?? []).Select((value, i) => ($"enum/{Text(i)}", (JsonNode?)value)))
            .Where(entry => !entry.Item2.IsNull())
            .Select(entry => (entry.Item1, entry.Item2!));

    private static string Shortened(string json) => json.Length <= 100 ? json : json.Substring(0, 99) + "…";

    private static bool Exceeds(decimal? min, decimal? max) => min > max;

    private static SpecProblem Contradiction(string pointer, string lower, string min, string upper, string max)
        => SpecProblem.At($"{pointer}/{lower}", SpecProblemKind.Contradiction, $"{lower} is {min} and {upper} is {max}, so no value is valid");

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
