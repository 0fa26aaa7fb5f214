using Microsoft.OpenApi;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Reads alternatives that are all strings and written in place: known values, and often any other text (<c>anyOf: [string, an enum]</c>). They are one enum.
/// </summary>
internal static class OpenEnum
{
    /// <summary>The known values of all alternatives; null where they are no enum.</summary>
    public static IReadOnlyList<string>? Values(IReadOnlyList<Alternative> alternatives)
    {
        if (!alternatives.All(alternative => IsAnyText(alternative.Schema) || OwnValues(alternative.Schema).Count > 0))
        {
            return null;
        }

        var values = alternatives.SelectMany(alternative => OwnValues(alternative.Schema)).Distinct(StringComparer.Ordinal).ToList();
        return values.Count > 0 ? values : null;
    }

    /// <summary>Whether any other text is allowed, too.</summary>
    public static bool IsOpen(IOpenApiSchema schema) => Alternatives.Read(schema).Any(alternative => IsAnyText(alternative.Schema));

    private static IReadOnlyList<string> OwnValues(IOpenApiSchema schema)
        => schema.InPlace() is OpenApiSchema { Format: null } own
            && own.TypeWithoutNull() is null or JsonSchemaType.String
            && !own.AllowsNull()
            && !own.HasParts()
            ? own.Const is { } constant && own.Type == JsonSchemaType.String ? [constant] : own.StringValues()
            : [];

    private static bool IsAnyText(IOpenApiSchema schema)
        => schema.InPlace() is OpenApiSchema
        {
            Type: JsonSchemaType.String, Format: null, Pattern: null, MinLength: null, MaxLength: null, Enum: null or { Count: 0 }, Const: null, Not: null,
        } own && !own.HasParts() && !own.IsBinary() && !own.IsBase64();
}
