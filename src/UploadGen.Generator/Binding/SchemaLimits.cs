using System.Globalization;
using Microsoft.OpenApi;
using UploadGen.Core;
using UploadGen.Generator.Binding.Patterns;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding;

/// <summary>The limits of a schema: its own, those of what it refers to or is composed of, and those of its items. The strictest of each holds.</summary>
internal static class SchemaLimits
{
    /// <summary>Whoever nests deeper is in a circle.</summary>
    private const int MaxDepth = 20;

    public static LimitsModel Limits(this IOpenApiSchema schema) => Of(schema, 0);

    private static LimitsModel Of(IOpenApiSchema schema, int depth)
    {
        if (depth > MaxDepth || schema.IsBroken())
        {
            return LimitsModel.None;
        }

        var limits = Own(schema, depth);
        if (Alternatives.Single(schema) is { } only)
        {
            limits = Strictest(limits, Of(only.Schema, depth + 1));
        }

        return (schema.AllOf ?? []).Aggregate(limits, (all, part) => Strictest(all, Of(part, depth + 1)));
    }

    private static LimitsModel Own(IOpenApiSchema schema, int depth) => new(
        schema.MinLength is > 0 and var minLength ? minLength : null,
        schema.MaxLength,
        schema.Minimum,
        schema.Maximum,
        schema.ExclusiveMinimum,
        schema.ExclusiveMaximum,
        schema.MinItems is > 0 and var minItems ? minItems : null,
        schema.MaxItems,
        schema.UniqueItems == true,
        schema.MinProperties is > 0 and var minProperties ? minProperties : null,
        schema.MaxProperties,
        schema.MultipleOf is > 0 and var divisor ? Array(divisor.ToString(CultureInfo.InvariantCulture)) : default,
        schema.Pattern is { } text && EcmaPattern.Translate(text, out _) is { } expression ? Array(new PatternModel(text, expression)) : default,
        Allowed(schema),
        (schema.Items ?? schema.AdditionalProperties) is { } items ? Of(items, depth + 1) is var limits && limits != LimitsModel.None ? limits : null : null,
        schema.TypeWithoutNull() == JsonSchemaType.String && StringFormat.IsKnown(schema.Format) ? schema.Format : null);

    /// <summary>Strings with several values have an enum for it, which checks them; its members tell of them.</summary>
    private static EquatableArray<string> Allowed(IOpenApiSchema schema)
    {
        if (schema.Constant() is { } constant)
        {
            return Array(constant);
        }

        if (schema.TypeWithoutNull() is null or JsonSchemaType.String)
        {
            return schema.StringValues().ToEquatableArray();
        }

        if (schema.TypeWithoutNull() is not (JsonSchemaType.Integer or JsonSchemaType.Number or JsonSchemaType.Boolean))
        {
            return default;
        }

        return schema.Const is { } value ? Array(value) : (schema.Enum ?? []).Where(value => !value.IsNull()).Select(value => value.ToJsonString()).ToEquatableArray();
    }

    private static LimitsModel Strictest(LimitsModel left, LimitsModel right) => new(
        Max(left.MinLength, right.MinLength),
        Min(left.MaxLength, right.MaxLength),
        Number.Greater(left.Minimum, right.Minimum),
        Number.Less(left.Maximum, right.Maximum),
        Number.Greater(left.ExclusiveMinimum, right.ExclusiveMinimum),
        Number.Less(left.ExclusiveMaximum, right.ExclusiveMaximum),
        Max(left.MinItems, right.MinItems),
        Min(left.MaxItems, right.MaxItems),
        left.UniqueItems || right.UniqueItems,
        Max(left.MinProperties, right.MinProperties),
        Min(left.MaxProperties, right.MaxProperties),
        left.MultipleOf.Union(right.MultipleOf).ToEquatableArray(),
        left.Patterns.Union(right.Patterns).ToEquatableArray(),
        left.Allowed.Count == 0 ? right.Allowed : left.Allowed,
        left.Items is null || right.Items is null ? left.Items ?? right.Items : Strictest(left.Items, right.Items),
        left.Format ?? right.Format);

    private static int? Max(int? left, int? right) => left > right || right is null ? left : right;

    private static int? Min(int? left, int? right) => left < right || right is null ? left : right;

    private static EquatableArray<T> Array<T>(T item)
        where T : IEquatable<T>
        => new[] { item }.ToEquatableArray();
}
