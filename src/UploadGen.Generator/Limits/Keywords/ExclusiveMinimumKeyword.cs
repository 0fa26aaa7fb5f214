using Microsoft.OpenApi;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>exclusiveMinimum</c>: what a number must be above.</summary>
internal sealed class ExclusiveMinimumKeyword() : BoundKeyword("exclusiveMinimum", isLower: true, isExclusive: true)
{
    protected override string? Bound(IOpenApiSchema schema) => schema.ExclusiveMinimum;
}
