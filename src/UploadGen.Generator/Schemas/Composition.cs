using Microsoft.OpenApi;

namespace UploadGen.Generator.Schemas;

/// <summary>Reads <c>allOf</c> where it stands for one schema and not for a merger of objects.</summary>
internal static class Composition
{
    /// <summary>References are followed so far; whoever nests deeper is in a circle.</summary>
    private const int MaxDepth = 20;

    /// <summary>
    /// The part that an <c>allOf</c> comes to: its only one that says anything, or, among several, the first that is no object
    /// (<c>[$ref to an enum, a description]</c>).
    /// </summary>
    public static (IOpenApiSchema Schema, int Index)? Single(IOpenApiSchema schema)
    {
        if (schema.HasOwnShape() || schema.AllOf is not { Count: > 0 } parts || schema.OneOf?.Count > 0 || schema.AnyOf?.Count > 0)
        {
            return null;
        }

        var telling = parts.Select((part, i) => (Schema: part, Index: i)).Where(part => Says(part.Schema)).ToList();
        return telling.Count switch
        {
            0 => (parts[0], 0),
            1 => telling[0],
            _ => telling.Where(part => IsScalar(part.Schema, 0)).Select(part => ((IOpenApiSchema, int)?)part).FirstOrDefault(),
        };
    }

    /// <summary>Whether null is allowed by a part that says nothing else: <c>[$ref, nullable]</c>.</summary>
    public static bool AllowsNull(IOpenApiSchema schema) => schema.AllOf?.Any(part => !Says(part) && part.AllowsNull()) == true;

    /// <summary>Whether an <c>allOf</c> has a part that says something.</summary>
    public static bool Tells(IOpenApiSchema schema) => schema.AllOf?.Any(Says) == true;

    private static bool Says(IOpenApiSchema composed)
        => composed.InPlace() is var part && part is OpenApiSchemaReference
            || part.HasOwnShape()
            || part is OpenApiSchema { UnevaluatedProperties: false }
            || part.TypeWithoutNull() is not null
            || part.Required?.Count > 0
            || part.AllOf?.Count > 0
            || part.OneOf?.Count > 0
            || part.AnyOf?.Count > 0;

    private static bool IsScalar(IOpenApiSchema schema, int depth)
    {
        if (depth > MaxDepth || schema.IsBroken())
        {
            return false;
        }

        return schema.TypeWithoutNull() is { } type
            ? type is not JsonSchemaType.Object
            : schema.Enum?.Count > 0 || schema.AllOf?.Any(part => IsScalar(part, depth + 1)) == true;
    }
}
