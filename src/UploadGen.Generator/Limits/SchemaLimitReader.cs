using System.Globalization;
using Microsoft.OpenApi;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits;

/// <summary>Reads the limits of a schema: its own, those of what it refers to or is composed of, and those of its items.</summary>
internal static class SchemaLimitReader
{
    /// <summary>A schema that refers to itself more than so deep is a cycle.</summary>
    private const int MaxDepth = 20;

    /// <param name="schema">The schema.</param>
    /// <param name="place">Where it stands.</param>
    public static SchemaLimits Limits(this IOpenApiSchema schema, Place place) => Read(schema, place.Pointer, 0);

    private static SchemaLimits Read(IOpenApiSchema schema, string pointer, int depth)
    {
        if (depth > MaxDepth || schema.IsBroken())
        {
            return SchemaLimits.None;
        }

        pointer = schema is OpenApiSchemaReference reference ? reference.Pointer() ?? pointer : pointer;
        var limits = Own(schema, pointer, depth);
        if (Alternatives.Single(schema) is { } only)
        {
            limits = limits.And(Read(only.Schema, Part(pointer, only.Keyword, only.Index), depth + 1));
        }

        return (schema.AllOf ?? [])
            .Select((part, i) => Read(part, Part(pointer, "allOf", i), depth + 1))
            .Aggregate(limits, (all, part) => all.And(part));
    }

    private static SchemaLimits Own(IOpenApiSchema schema, string pointer, int depth)
    {
        var own = LimitKeywords.All.SelectMany(keyword => keyword.Read(schema).Select(value => new Limit(keyword.Name, value, pointer))).ToList();
        var items = Items(schema, pointer, depth);
        return own.Count == 0 && items.IsNone ? SchemaLimits.None : new SchemaLimits(own, items.IsNone ? null : items, pointer);
    }

    private static SchemaLimits Items(IOpenApiSchema schema, string pointer, int depth)
        => schema.Items is { } items ? Read(items, pointer + "/items", depth + 1)
            : schema.AdditionalProperties is { } values ? Read(values, pointer + "/additionalProperties", depth + 1)
            : SchemaLimits.None;

    private static string Part(string pointer, string keyword, int index) => $"{pointer}/{keyword}/{index.ToString(CultureInfo.InvariantCulture)}";
}
