using Microsoft.OpenApi;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>minLength</c>: the least number of characters of a string, in code points.</summary>
internal sealed class MinLengthKeyword() : LengthKeyword("minLength")
{
    public override string? Problem(IOpenApiSchema schema) => Contradiction(schema.MinLength, schema.MaxLength);

    protected override int? Count(IOpenApiSchema schema) => schema.MinLength;
}
