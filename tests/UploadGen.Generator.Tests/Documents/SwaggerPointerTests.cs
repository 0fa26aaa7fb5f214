using UploadGen.Generator.Documents;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>Pointers of the model in a 2.0 document. What is named like a part of the model is none.</summary>
public class SwaggerPointerTests
{
    [Theory]
    [InlineData("/components/schemas/A/properties/b", "/definitions/A/properties/b")]
    [InlineData("/components/schemas/A/properties/components/x", "/definitions/A/properties/components/x")]
    [InlineData("/components/schemas/A/properties/content/properties/schema", "/definitions/A/properties/content/properties/schema")]
    [InlineData("/components/schemas/A/properties/requestBody/items", "/definitions/A/properties/requestBody/items")]
    [InlineData("/components/securitySchemes/key", "/securityDefinitions/key")]
    [InlineData("/components/parameters/P/schema", "/parameters/P/schema")]
    [InlineData("/components/requestBodies/B/content/application~1json/schema/items", "/parameters/B/schema/items")]
    [InlineData("/components/responses/R/content/application~1json/schema/items", "/responses/R/schema/items")]
    [InlineData(
        "/paths/~1a/post/responses/200/content/application~1json/schema/properties/requestBody",
        "/paths/~1a/post/responses/200/schema/properties/requestBody")]
    [InlineData("/paths/~1a/post/requestBody/content/application~1json/schema/properties/b", "/paths/~1a/post/parameters")]
    [InlineData("/paths/~1a/post/requestBody", "/paths/~1a/post/parameters")]
    [InlineData("/paths/~1a/parameters/0/schema", "/paths/~1a/parameters/0/schema")]
    public void A_pointer_leads_to_the_same_part(string read, string written)
    {
        Assert.Equal(written, SwaggerPointer.From(read));
        Assert.Equal(written, SwaggerPointer.From(written));
    }
}
