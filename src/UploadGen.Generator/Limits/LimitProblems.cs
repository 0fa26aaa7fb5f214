using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits;

/// <summary>Finds limits that no value can keep, patterns that can't be checked, and values that break their own schema.</summary>
internal static class LimitProblems
{
    public static IEnumerable<SpecProblem> Find(IOpenApiSchema schema, string pointer)
    {
        foreach (var keyword in LimitKeywords.All)
        {
            if (keyword.Problem(schema) is { } problem)
            {
                yield return SpecProblem.At($"{pointer}/{keyword.Name}", SpecProblemKind.Contradiction, problem);
            }
        }

        foreach (var (place, value) in Values(schema))
        {
            var keyword = place.Split('/')[0];
            if ((WrongType(schema, keyword, value) ?? Broken(schema, value)) is { } broken)
            {
                var problem = $"{keyword} has {Shortened(value.ToJsonString())}, but {broken}";
                yield return SpecProblem.At($"{pointer}/{place}", SpecProblemKind.Contradiction, problem);
            }
        }
    }

    /// <summary>An example may be of any type: in YAML, a number is easily written where a text is meant, and nothing is made of it.</summary>
    private static string? WrongType(IOpenApiSchema schema, string keyword, JsonNode value)
        => keyword is "default" or "enum" && schema.TypeWithoutNull() is { } types && (types & TypeOf(value)) == 0
            ? $"type is {string.Join(" or ", types.ToIdentifiers())}"
            : null;

    /// <summary>An integer is a number, too, and so is 1.0 an integer (JSON Schema 2020-12, section 6.3).</summary>
    private static JsonSchemaType TypeOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => JsonSchemaType.String,
        JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
        JsonValueKind.Array => JsonSchemaType.Array,
        JsonValueKind.Object => JsonSchemaType.Object,
        _ => Number.Decimal(value.ToJsonString()) % 1 is null or 0 ? JsonSchemaType.Integer | JsonSchemaType.Number : JsonSchemaType.Number,
    };

    private static string? Broken(IOpenApiSchema schema, JsonNode value)
        => LimitKeywords.All
            .Select(keyword => keyword.BrokenBy(schema, value) is { } limit ? $"{keyword.Name} is {limit}" : null)
            .FirstOrDefault(broken => broken is not null);

    /// <summary>The values that the document gives itself, where they stand.</summary>
    private static IEnumerable<(string Place, JsonNode Value)> Values(IOpenApiSchema schema)
#pragma warning disable CS0618 // 3.0 has no other example.
        => new[] { ("default", schema.Default), ("example", schema.Example) }
#pragma warning restore CS0618
            .Concat((schema.Examples ?? []).Select((value, i) => (Numbered("examples", i), (JsonNode?)value)))
            .Concat((schema.Enum ?? []).Select((value, i) => (Numbered("enum", i), (JsonNode?)value)))
            .Where(entry => !entry.Item2.IsNull())
            .Select(entry => (entry.Item1, entry.Item2!));

    private static string Numbered(string keyword, int i) => keyword + "/" + i.ToString(CultureInfo.InvariantCulture);

    private static string Shortened(string json) => json.Length <= 100 ? json : json.Substring(0, 99) + "…";
}
