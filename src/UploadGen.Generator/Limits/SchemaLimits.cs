using System.Globalization;
using Microsoft.OpenApi;
using UploadGen.Core;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Limits.Patterns;
using UploadGen.Generator.Model;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits;

/// <summary>The limits of a schema: its own, those of what it refers to or is composed of, and those of its items. The strictest of each holds.</summary>
internal static class SchemaLimits
{
    /// <summary>Whoever nests deeper is in a circle.</summary>
    private const int MaxDepth = 20;

    /// <param name="schema">The schema.</param>
    /// <param name="place">Where it stands.</param>
    public static LimitsModel Limits(this IOpenApiSchema schema, Place place) => Of(schema, place.Pointer, 0);

    private static LimitsModel Of(IOpenApiSchema schema, string pointer, int depth)
    {
        if (depth > MaxDepth || schema.IsBroken())
        {
            return LimitsModel.None;
        }

        pointer = schema is OpenApiSchemaReference reference ? reference.Pointer() ?? pointer : pointer;
        var limits = Own(schema, pointer, depth);
        if (Alternatives.Single(schema) is { } only)
        {
            limits = Strictest(limits, Of(only.Schema, $"{pointer}/{only.Keyword}/{LimitsModel.Text(only.Index)}", depth + 1));
        }

        return (schema.AllOf ?? [])
            .Select((part, i) => Of(part, $"{pointer}/allOf/{LimitsModel.Text(i)}", depth + 1))
            .Aggregate(limits, Strictest);
    }

    private static LimitsModel Own(IOpenApiSchema schema, string pointer, int depth)
    {
        var limits = new LimitsModel(
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
            Items(schema, pointer, depth),
            schema.TypeWithoutNull() == JsonSchemaType.String && StringFormat.IsKnown(schema.Format) ? schema.Format : null);
        return limits == LimitsModel.None ? limits : limits with { Pointer = pointer };
    }

    private static LimitsModel? Items(IOpenApiSchema schema, string pointer, int depth)
    {
        var limits = schema.Items is { } items ? Of(items, pointer + "/items", depth + 1)
            : schema.AdditionalProperties is { } values ? Of(values, pointer + "/additionalProperties", depth + 1)
            : LimitsModel.None;
        return limits == LimitsModel.None ? null : limits;
    }

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

    private static LimitsModel Strictest(LimitsModel left, LimitsModel right)
    {
        if (left == LimitsModel.None || right == LimitsModel.None)
        {
            return left == LimitsModel.None ? right : left;
        }

        var limits = Merged(left, right);
        var elsewhere = limits.Own
            .Select(limit => new LimitPlace(limit.Keyword, limit.Limit, (left.Own.Contains(limit) ? left : right).PointerOf(limit.Keyword, limit.Limit)))
            .Where(place => place.Pointer != left.Pointer);
        return limits with { Pointer = left.Pointer, Elsewhere = elsewhere.ToEquatableArray() };
    }

    private static LimitsModel Merged(LimitsModel left, LimitsModel right) => new(
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
