using Microsoft.OpenApi;

namespace UploadGen.Generator.Schemas;

/// <summary>A schema, or one that it only stands for.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Component">The name of the documented component that it is, if it is one.</param>
internal sealed record SchemaLink(IOpenApiSchema Schema, string? Component)
{
    public bool IsReference => Schema is OpenApiSchemaReference;

    /// <summary>What is said of XML here, and not by what it stands for.</summary>
    public OpenApiXml? Xml
        => Schema is OpenApiSchemaReference reference && ReferenceEquals(reference.Xml, reference.TargetOrNull()?.Xml) ? null : Schema.Xml;
}
