using Microsoft.OpenApi;
using UploadGen.Generator.Documents.References;

namespace UploadGen.Generator.Schemas;

/// <summary>What references lead to: a part, nothing, or themselves.</summary>
internal static class References
{
    /// <summary>What a schema reference leads to, or null.</summary>
    public static IOpenApiSchema? TargetOrNull(this OpenApiSchemaReference reference)
    {
        try
        {
            // A file of its own isn't looked into; Microsoft.OpenApi would take this document's schema of the same name for it.
            var isElsewhere = reference.Reference.ExternalResource is { Length: > 0 } && reference.Target?.Id != reference.Reference.ReferenceV3;
            return isElsewhere ? null : reference.Target;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Microsoft.OpenApi's answer to a circle of nothing but references, and to a file without a fragment.
            return null;
        }
    }

    /// <summary>A schema where it is written: what was moved to the components, instead of the reference to it.</summary>
    public static IOpenApiSchema InPlace(this IOpenApiSchema schema)
        => schema is OpenApiSchemaReference reference
            && reference.TargetOrNull() is OpenApiSchema { Extensions: { } marks } target
            && marks.ContainsKey(LocalReferences.MovedExtension)
                ? target
                : schema;

    /// <summary>The JSON pointer of what a schema reference leads to, if it is a place in this document.</summary>
    public static string? Pointer(this OpenApiSchemaReference reference)
        => reference.Reference.ReferenceV3 is { } text && text.StartsWith("#/", StringComparison.Ordinal) ? Uri.UnescapeDataString(text.Substring(1)) : null;

    /// <summary>Whether nothing can be read off a schema, because it is a reference that leads nowhere.</summary>
    public static bool IsBroken(this IOpenApiSchema schema) => schema is OpenApiSchemaReference reference && reference.TargetOrNull() is null;

    /// <summary>The reference of a parameter, body or response that leads nowhere, or null.</summary>
    public static BaseOpenApiReference? Unresolved(object? element) => element switch
    {
        OpenApiParameterReference { Target: null } parameter => parameter.Reference,
        OpenApiRequestBodyReference { Target: null } body => body.Reference,
        OpenApiResponseReference { Target: null } response => response.Reference,
        OpenApiHeaderReference { Target: null } header => header.Reference,
        _ => null,
    };
}
