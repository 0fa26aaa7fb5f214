using Microsoft.OpenApi;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>maxItems</c>: the greatest number of items of an array.</summary>
internal sealed class MaxItemsKeyword() : CountKeyword("maxItems", "minItems", "maxItems", Counted.Items)
{
    protected override int? Count(IOpenApiSchema schema) => schema.MaxItems;
}
