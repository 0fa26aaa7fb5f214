using Microsoft.OpenApi;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>maximum</c>: the greatest that a number may be.</summary>
internal sealed class MaximumKeyword() : BoundKeyword("maximum", isLower: false, isExclusive: false)
{
    protected override string? Bound(IOpenApiSchema schema) => schema.Maximum;
}
