using Microsoft.OpenApi;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>maxProperties</c>: the greatest number of members of an object.</summary>
internal sealed class MaxPropertiesKeyword() : CountKeyword("maxProperties", "minProperties", "maxProperties", Counted.Members)
{
    protected override int? Count(IOpenApiSchema schema) => schema.MaxProperties;
}
