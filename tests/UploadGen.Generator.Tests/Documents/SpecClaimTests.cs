using UploadGen.Generator.Documents.Formats;


namespace UploadGen.Generator.Tests.Documents;

public class SpecClaimTests
{
    [Theory]
    [InlineData("""{ "openapi": "3.1.0" }""", "3.1.0")]
    [InlineData("""{ "info": { "x": [1, {}] }, "openapi": "3.0.1" }""", "3.0.1")]
    [InlineData("""{ "swagger": "2.0" }""", "2.0")]
    [InlineData("""{ "open\u0061pi": "3.2.0" }""", "3.2.0")]
    [InlineData("""{ "openapi": 3 }""", "3")]
    public void An_object_with_a_version_is_claimed(string text, string version)
    {
        var claim = SpecClaim.Of(text);

        Assert.True(claim.IsClaimed);
        Assert.Equal(version, claim.Version);
        Assert.Null(claim.Problem);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "x": { "openapi": "3.1.0" } }""")]
    [InlineData("""{ "x": 1, /* comment */ "y": [1,], }""")]
    public void Other_JSON_is_not(string text)
    {
        var claim = SpecClaim.Of(text);

        Assert.False(claim.IsClaimed);
        Assert.Null(claim.Problem);
    }

    [Theory]
    [InlineData("""{ "openapi": "3.1.0", "paths": """)]
    [InlineData("""{ "openapi": "3.1.0", "paths": {}, }""")]
    [InlineData("""{ "openapi": "3.1.0" } trailing""")]
    [InlineData("""{ /* comment */ "openapi": "3.1.0" }""")]
    public void A_claimed_text_that_is_not_strictly_JSON_is_a_problem(string text)
    {
        var claim = SpecClaim.Of(text);

        Assert.True(claim.IsClaimed);
        Assert.NotNull(claim.Problem);
    }
}
