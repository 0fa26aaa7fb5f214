using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Parts that go to URLs, and are put together by their numbers and ETags, as S3 and its like want it.</summary>
public class NumberedPartsTests
{
    private const string Answer = """
        "uploadId": { "type": "string" }, "partSize": { "type": "integer", "format": "int64" },
        "partUrls": { "type": "array", "items": { "type": "string", "format": "uri" } }
        """;

    private const string Number = """ "PartNumber": { "type": "integer" } """;
    private const string Tag = """ "ETag": { "type": "string" } """;

    [Theory]
    [InlineData(Number, Tag, "PartNumber = part.NumberFrom(1), ETag = part.ETag")]
    [InlineData(
        """ "part_number": { "type": "integer", "minimum": 0 } """, """ "etag": { "type": "string" } """,
        "PartNumber = part.NumberFrom(0), Etag = part.ETag")]
    [InlineData(
        """ "partIndex": { "type": "integer", "format": "int64" } """, """ "partETag": { "type": "string" } """,
        "PartIndex = part.NumberFrom(0), PartETag = part.ETag")]
    public void Their_numbers_and_ETags_complete_the_upload(string number, string tag, string made)
    {
        var run = Of($"{number}, {tag}");

        Assert.Empty(run.NotBound);
        Assert.True(Assert.IsType<PartUrlsModel>(run.Flow<PartsFlowModel>().Target).NeedsETags);
        Assert.Contains(run.Run.Files.Values, text => text.Contains($"{{ {made} }}", StringComparison.Ordinal));
    }

    [Fact]
    public void What_may_be_left_out_beside_them_is()
        => Assert.IsType<PartsFlowModel>(Assert.Single(Of($$"""{{Number}}, {{Tag}}, "ChecksumCRC32": { "type": "string" } """).Flows));

    [Theory]
    [InlineData(Number, """ "size": { "type": "integer" } """, "[]")]
    [InlineData(Number + "," + Tag, """ "sha256": { "type": "string" } """, "[ \"sha256\" ]")]
    public void What_else_must_be_said_of_a_part_is_not_known(string members, string more, string required)
    {
        var run = Of($"{members}, {more}", required);

        Assert.IsType<OpenFlowModel>(Assert.Single(run.Flows));
        Assert.Contains("wants parts, and which answers those are isn't known", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    private static FlowRun Of(string part, string required = "[]")
        => FlowRun.Of(
            Answer,
            paths: FlowRun.Operation("/files/{uploadId}/complete", "completeUpload", FlowRun.PathParameter("uploadId"), $$"""
                { "type": "object", "required": [ "parts" ], "properties": { "parts": { "type": "array", "items": {
                  "type": "object", "required": {{required}}, "properties": { {{part}} } } } } }
                """),
            says: "Opens an upload in parts.");
}
