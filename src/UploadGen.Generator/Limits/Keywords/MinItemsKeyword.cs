using Microsoft.OpenApi;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>minItems</c>: the least number of items of an array.</summary>
internal sealed class MinItemsKeyword() : CountKeyword("minItems", "minItems", "maxItems", Counted.Items)
{
    public override string? Problem(IOpenApiSchema schema) => Contradiction(schema.MinItems, schema.MaxItems);

    protected override int? Count(IOpenApiSchema schema) => schema.MinItems;
}
