using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>minimum</c>: the least that a number may be.</summary>
internal sealed class MinimumKeyword() : BoundKeyword("minimum", isLower: true, isExclusive: false)
{
    public override string? Problem(IOpenApiSchema schema)
        => Number.Decimal(schema.Minimum) > Number.Decimal(schema.Maximum)
            ? $"minimum is {schema.Minimum} and maximum is {schema.Maximum}, so no value is valid"
            : null;

    protected override string? Bound(IOpenApiSchema schema) => schema.Minimum;
}
