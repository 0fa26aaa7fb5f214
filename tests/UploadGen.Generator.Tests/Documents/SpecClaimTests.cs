using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Formats.Json;

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
        var claim = SpecClaim.Read(new JsonFormat(), text);

        Assert.True(claim.IsClaimed);
        Assert.Equal(version, claim.Version);
        Assert.Null(claim.Fault);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "x": { "openapi": "3.1.0" } }""")]
    [InlineData("""{ "x": 1, /* comment */ "y": [1,], }""")]
    public void Other_JSON_is_not(string text)
    {
        var claim = SpecClaim.Read(new JsonFormat(), text);

        Assert.False(claim.IsClaimed);
        Assert.Null(claim.Fault);
    }

    [Theory]
    [InlineData("""{ "openapi": "3.1.0", "paths": """)]
    [InlineData("""{ "openapi": "3.1.0" } trailing""")]
    [InlineData("""{ "openapi": "3.1.0", "paths": [1 2] }""")]
    public void A_text_is_claimed_before_it_is_read_to_its_end(string text)
    {
        Assert.True(SpecClaim.Read(new JsonFormat(), text).IsClaimed);
        Assert.Throws<DocumentFormatException>(() => new JsonFormat().Parse(text, []));
    }

    [Theory]
    [InlineData("""{ "openapi": "3.1.0", "paths": {}, }""")]
    [InlineData("""{ /* comment */ "openapi": "3.1.0" } // end""")]
    public void Comments_and_trailing_commas_are_read(string text)
    {
        Assert.True(SpecClaim.Read(new JsonFormat(), text).IsClaimed);
        Assert.Equal("3.1.0", (string?)new JsonFormat().Parse(text, [])["openapi"]);
    }
}
