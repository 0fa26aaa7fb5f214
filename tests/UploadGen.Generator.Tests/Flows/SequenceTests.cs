using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>An operation that takes a file is an upload by itself only where it isn't the middle of one.</summary>
public class SequenceTests
{
    private const string Opened = """ "id": { "type": "string" } """;

    private static readonly string Id = FlowRun.PathParameter("id");

    [Theory]
    [InlineData("/uploads", "/uploads/{id}", "put")]
    [InlineData("/uploads", "/uploads/{id}/content", "put")]
    [InlineData("/file_uploads", "/file_uploads/{id}/send", "post")]
    [InlineData("/files", "/files/{id}/content", "put")]
    public void A_file_that_goes_below_what_was_opened_is_the_middle(string open, string send, string method)
    {
        var run = FlowRun.Of(Opened, path: open, paths: Send(send, method) + "," + FlowRun.Operation(open + "/{id}/complete", "end", Id));

        var flow = run.Flow<OpenFlowModel>();
        Assert.Equal(new OperationKey("POST", open), flow.Create);
        Assert.Contains("the file goes to 'send', 'end' confirms it with id", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Equal((FlowStep.Put, FlowStep.Confirm), (run.Role("send")!.Step, run.Role("end")!.Step));
    }

    [Fact]
    public void A_URL_of_the_answer_that_the_API_has_an_operation_for_is_no_URL_to_PUT_to()
    {
        var run = FlowRun.Of(Opened + """, "upload_url": { "type": "string" } """, path: "/uploads", paths: Send("/uploads/{id}/send", "post"));

        Assert.Contains("the file goes to 'send'", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Empty(run.Flows.OfType<UrlFlowModel>());
    }

    [Fact]
    public void Beginning_middle_and_end_of_one_path_are_no_uploads_by_themselves()
    {
        var run = FlowRun.OfPaths(string.Join(
            ",", FlowRun.Operation("/session/start", "start"), Send("/session/append", "post", ""), FlowRun.Operation("/session/finish", "finish")));

        Assert.DoesNotContain(run.Found, found => found.Contains("in one request", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_of_a_thing_is_an_upload_by_itself()
    {
        var run = FlowRun.Of(Opened, path: "/pets", says: "", paths: Send("/pets/{id}/picture", "post"));

        Assert.Contains("is an upload in one request", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/octet-stream", """{ "type": "object", "properties": { "path": { "type": "string" } } }""", false)]
    [InlineData("application/octet-stream", """{ "type": "object", "properties": { "file": { "type": "string", "format": "binary" } } }""", true)]
    [InlineData("application/octet-stream", """{ "type": "string", "format": "binary" }""", true)]
    [InlineData("image/jpeg", """{ "contentEncoding": "base64" }""", false)]
    [InlineData("image/jpeg", """{ "type": "string", "format": "byte" }""", false)]
    [InlineData("image/jpeg", "{}", true)]
    public void What_is_no_file_by_its_schema_is_no_upload(string mediaType, string schema, bool isUpload)
    {
        var run = FlowRun.OfPaths(Send("/things", "post", "", mediaType, schema));

        Assert.Equal(isUpload, run.Found.Any(found => found.Contains("is an upload in one request", StringComparison.Ordinal)));
    }

    private static string Send(
        string path,
        string method,
        string? parameters = null,
        string mediaType = "application/octet-stream",
        string schema = """{ "type": "string", "format": "binary" }""")
        => $$"""
            "{{path}}": { "{{method}}": { "operationId": "send", "parameters": [ {{parameters ?? Id}} ],
              "requestBody": { "required": true, "content": { "{{mediaType}}": { "schema": {{schema}} } } },
              "responses": { "204": { "description": "Taken" } } } }
            """;
}
