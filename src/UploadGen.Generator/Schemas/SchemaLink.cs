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

    /// <summary>That, and what is said beside what it is composed of: <c>allOf: [$ref, {xml}]</c>.</summary>
    public IEnumerable<OpenApiXml> Said
        => new[] { Xml }.Concat(IsReference ? [] : (Schema.AllOf ?? []).Where(part => part is not OpenApiSchemaReference).Select(part => part.Xml))
            .OfType<OpenApiXml>();
}
