using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Documents.Repairs;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>Reads single facts off a schema, the same for OpenAPI 2.0, 3.0 and 3.1.</summary>
internal static class SchemaShape
{
    /// <summary>The schema's type without null, or nothing when it says none.</summary>
    public static JsonSchemaType? TypeWithoutNull(this IOpenApiSchema schema)
        => schema.Type is { } type && (type & ~JsonSchemaType.Null) is var rest and not 0 ? rest : null;

    /// <summary>3.1's <c>type: [T, null]</c>, 3.0's <c>nullable</c>, or null among the enum's members.</summary>
    public static bool AllowsNull(this IOpenApiSchema schema)
        => schema.Type is { } type && type.HasFlag(JsonSchemaType.Null)
            || schema.Enum?.Any(IsNull) == true
            || schema.Extensions?.ContainsKey(SchemaRepair.NullableExtension) == true;

    /// <summary>A schema that allows null and nothing else; in 3.0, which has no type for it, an enum of null.</summary>
    public static bool IsNullOnly(this IOpenApiSchema schema)
        => schema.InPlace() is OpenApiSchema { AllOf: null or { Count: 0 }, OneOf: null or { Count: 0 }, AnyOf: null or { Count: 0 } } plain
            && (plain.Type == JsonSchemaType.Null || plain.Enum is { Count: 1 } only && only[0].IsNull());

    /// <summary>Whether the schema says something itself, beside what it composes.</summary>
    public static bool HasOwnShape(this IOpenApiSchema schema)
        => schema.Properties?.Count > 0 || schema.AdditionalProperties is not null || schema.Items is not null || schema.Enum?.Count > 0
            || schema.UnevaluatedMembers() is not null
            || schema.TypeWithoutNull() is { } type and not JsonSchemaType.Object && type != 0;

    /// <summary>The schema of the members of which nothing that is composed says anything, if one is given.</summary>
    public static IOpenApiSchema? UnevaluatedMembers(this IOpenApiSchema schema) => (schema as OpenApiSchema)?.UnevaluatedPropertiesSchema;

    /// <summary>Whether a schema allows anything: no type, no values, and nothing that it is composed of.</summary>
    public static bool SaysNothing(this IOpenApiSchema schema)
        => schema.InPlace() is OpenApiSchema { Type: null, Format: null, Const: null, ContentEncoding: null, ContentMediaType: null, Not: null } own
            && !own.HasOwnShape() && !own.HasParts();

    /// <summary>Whether values are made of parts: objects, lists, or a choice among such.</summary>
    public static bool HasParts(this IOpenApiSchema schema)
        => schema.Properties?.Count > 0 || schema.AdditionalProperties is not null || schema.Items is not null || schema.AllOf?.Count > 0
            || schema.OneOf?.Count > 0 || schema.AnyOf?.Count > 0 || schema.TypeWithoutNull() is JsonSchemaType.Object or JsonSchemaType.Array;

    /// <summary>Whether two schemas say the same.</summary>
    public static bool IsSameAs(this IOpenApiSchema? schema, IOpenApiSchema? other) => ReferenceEquals(schema, other) || Text(schema) == Text(other);

    private static string Text(IOpenApiSchema? schema)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        schema?.InPlace().SerializeAsV31(new OpenApiJsonWriter(text));
        return text.ToString();
    }

    /// <summary>The values of an enum of strings; none where other values are among them.</summary>
    public static IReadOnlyList<string> StringValues(this IOpenApiSchema schema)
    {
        var values = (schema.Enum ?? []).Where(value => !value.IsNull()).ToList();
        var texts = values.Select(StringOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return values.All(value => StringOf(value) is not null) ? texts : [];
    }

    /// <summary>The only string a schema allows: <c>const</c>, or an enum of one.</summary>
    public static string? Constant(this IOpenApiSchema schema) => ConstantOf(Target(schema));

    private static string? ConstantOf(IOpenApiSchema schema)
        => schema.TypeWithoutNull() is not (null or JsonSchemaType.String) || schema.AllowsNull() ? null
            : schema.Const is { } value && schema.Type == JsonSchemaType.String ? value
            : schema.StringValues() is { Count: 1 } values ? values[0]
            : null;

    /// <summary>
    /// Octets: <c>format: binary</c> (3.0), and in 3.1 a <c>contentMediaType</c> that isn't text without an encoding that would make it text.
    /// </summary>
    public static bool IsBinary(this IOpenApiSchema schema)
    {
        if (schema.TypeWithoutNull() is not (null or JsonSchemaType.String))
        {
            return false;
        }

        var (mediaType, encoding) = Content(schema);
        return schema.Format is "binary" or "file"
            || encoding == "binary"
            || (mediaType is not null && encoding is null && !IsTextual(mediaType));
    }

    /// <summary>Octets as text: <c>format: byte</c> (3.0), <c>contentEncoding: base64</c> (3.1).</summary>
    public static bool IsBase64(this IOpenApiSchema schema) => schema.Format == "byte" || Content(schema).Encoding is "base64";

    /// <summary>The .NET type of a schema that is a string, number or boolean.</summary>
    public static Scalar ScalarOf(this IOpenApiSchema schema, JsonSchemaType type) => type switch
    {
        JsonSchemaType.Boolean => Scalar.Boolean,
        JsonSchemaType.Integer => NumberShape.Integer(schema),
        JsonSchemaType.Number => NumberShape.Number(schema),
        JsonSchemaType.String => schema.IsBase64() ? Scalar.Bytes : schema.Format switch
        {
            "uuid" => Scalar.Guid,
            "date-time" => Scalar.DateTimeOffset,
            "date" => Scalar.DateOnly,
            "uri" => Scalar.Uri,
            _ => Scalar.String,
        },
        _ => Scalar.Element,
    };

    /// <summary>The single types of a 3.1 <c>type</c> array.</summary>
    public static IEnumerable<JsonSchemaType> Flags(this JsonSchemaType types)
        => new[]
        {
            JsonSchemaType.String, JsonSchemaType.Integer, JsonSchemaType.Number, JsonSchemaType.Boolean, JsonSchemaType.Array, JsonSchemaType.Object,
        }.Where(type => types.HasFlag(type));

    /// <summary>What a reference leads to. A reference looks for it anew with every keyword that is read through it.</summary>
    private static IOpenApiSchema Target(IOpenApiSchema schema) => schema is OpenApiSchemaReference reference ? reference.TargetOrNull() ?? schema : schema;

    private static (string? MediaType, string? Encoding) Content(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchema plain => (plain.ContentMediaType, plain.ContentEncoding),
        OpenApiSchemaReference reference => (reference.ContentMediaType, reference.ContentEncoding),
        _ => (null, null),
    };

    private static bool IsTextual(string mediaType)
        => mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || mediaType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a value isn't there, or is null.</summary>
    public static bool IsNull(this JsonNode? node) => node is null || node.IsJsonNullSentinel() || node.GetValueKind() == JsonValueKind.Null;

    private static string? StringOf(JsonNode? node) => !node.IsNull() && node!.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
