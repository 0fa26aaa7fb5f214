using Microsoft.OpenApi;

namespace UploadGen.Generator.Limits.Keywords;

/// <summary><c>maxLength</c>: the greatest number of characters of a string, in code points.</summary>
internal sealed class MaxLengthKeyword() : LengthKeyword("maxLength")
{
    protected override int? Count(IOpenApiSchema schema) => schema.MaxLength;
}
