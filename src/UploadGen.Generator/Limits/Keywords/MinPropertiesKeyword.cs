using Microsoft.OpenApi;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>minProperties</c>: the least number of members of an object.</summary>
internal sealed class MinPropertiesKeyword() : CountKeyword("minProperties", "minProperties", "maxProperties", Counted.Members)
{
    public override string? Problem(IOpenApiSchema schema) => Contradiction(schema.MinProperties, schema.MaxProperties);

    protected override int? Count(IOpenApiSchema schema) => schema.MinProperties;
}
