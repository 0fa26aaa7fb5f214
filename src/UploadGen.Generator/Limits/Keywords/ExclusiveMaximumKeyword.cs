using Microsoft.OpenApi;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>exclusiveMaximum</c>: what a number must be below.</summary>
internal sealed class ExclusiveMaximumKeyword() : BoundKeyword("exclusiveMaximum", isLower: false, isExclusive: true)
{
    protected override string? Bound(IOpenApiSchema schema) => schema.ExclusiveMaximum;
}
