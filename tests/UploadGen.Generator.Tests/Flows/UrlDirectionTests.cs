using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Which URLs are there to be sent to: what is read is signed, too, and an upload URL may be a page, or the caller's own.</summary>
public class UrlDirectionTests
{
    private const string Sized = """ "filename": { "type": "string" }, "size": { "type": "integer" } """;
    private const string Named = """ "filename": { "type": "string" } """;

    [Theory]
    [InlineData(""" "signed_url": { "type": "string", "format": "uri" }, "expires_at": { "type": "string" } """, "/exports", Named)]
    [InlineData(""" "signed_url": { "type": "string", "description": "Where it can be downloaded from" } """, "/reports", Sized)]
    [InlineData(""" "presigned_url": { "type": "string" }, "headers": { "type": "object" } """, "/previews", Named)]
    [InlineData(""" "signed_url": { "type": "string", "format": "uri" } """, "/sessions", """ "content_type": { "type": "string" } """)]
    public void A_signed_URL_that_nothing_says_to_write_to_makes_no_flow(string answer, string path, string request)
        => AssertNone(Opening(answer, path, request));

    [Theory]
    [InlineData("/documents", Sized, "")]
    [InlineData("/documents/presign", """ "content_type": { "type": "string" } """, "")]
    [InlineData("/document-uploads", Named, "")]
    [InlineData("/documents", """ "filename": { "type": "string" }, "mime_type": { "type": "string" } """, "Gives a URL to upload the document to.")]
    public void A_signed_URL_that_something_says_to_write_to_takes_a_PUT(string path, string request, string says)
        => Assert.IsType<PresignedFlowModel>(Assert.Single(
            Opening(""" "presigned_url": { "type": "string", "format": "uri" }, "id": { "type": "string" } """, path, request, says).Flows));

    [Theory]
    [InlineData("Web page where your customer drops files")]
    [InlineData("Hosted page on which the applicant takes photos")]
    [InlineData("Send this link to the recipient")]
    [InlineData("Where your identity provider uploads its metadata")]
    [InlineData("Embed this in an iframe")]
    public void A_page_is_nothing_to_send_to(string description)
        => AssertNone(Opening($$""" "upload_url": { "type": "string", "description": "{{description}}" }, "expires_at": { "type": "string" } """));

    [Theory]
    [InlineData("PUT the file to this link; it redirects no browser")]
    [InlineData("Where your client uploads the bytes with PUT")]
    public void A_text_that_names_the_method_is_for_programs(string description)
        => Assert.Single(Opening($$""" "upload_url": { "type": "string", "description": "{{description}}" }, "id": { "type": "string" } """).Flows);

    [Fact]
    public void What_the_request_tells_comes_back_and_is_nothing_to_send_to()
    {
        const string Destination = """ "upload_url": { "type": "string", "format": "uri" }, "headers": { "type": "object" } """;

        AssertNone(Opening(Destination, request: """ "name": { "type": "string" }, """ + Destination));
        AssertNone(Opening(Destination, request: Named, says: "We PUT log files to your presigned URL."));
    }

    [Fact]
    public void A_request_that_says_where_the_file_is_sends_none()
        => AssertNone(Opening(
            """ "id": { "type": "string" }, "upload_url": { "type": "string", "format": "uri" }, "headers": { "type": "object" } """,
            "/render-jobs",
            """ "input_url": { "type": "string", "format": "uri" } """,
            required: "input_url"));

    [Fact]
    public void What_lists_uploads_opens_none()
        => AssertNone(FlowRun.OfPaths("""
            "/uploads": { "get": { "operationId": "listUploads", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": {
              "type": "object", "properties": { "data": { "type": "array", "items": { "type": "object", "properties": {
                "id": { "type": "string" }, "upload_url": { "type": "string", "format": "uri" } } } } } } } } } } } }
            """));

    [Theory]
    [InlineData("GetUpload", """ "id": { "type": "string" } """)]
    [InlineData("updateUploadSession", Sized)]
    public void What_shows_or_changes_an_upload_by_a_remote_call_opens_none(string id, string request)
        => AssertNone(FlowRun.OfPaths(Path("/rpc", id, """ "upload_url": { "type": "string", "format": "uri" }, "id": { "type": "string" } """, request, "")));

    [Fact]
    public void What_is_told_of_a_file_may_give_an_upload()
        => Assert.Single(FlowRun.OfPaths(
            Path("/upload", "getUpload", """ "upload_url": { "type": "string", "description": "PUT the audio here" } """, Named, "")).Flows);

    [Theory]
    [InlineData("refreshUrl", "")]
    [InlineData("postUrl", "Issues a new upload URL for a file whose URL has expired.")]
    public void What_gives_an_upload_another_URL_opens_none(string id, string says)
    {
        const string Answer = """ "upload_url": { "type": "string", "format": "uri" }, "headers": { "type": "object" }, "id": { "type": "string" } """;
        var run = FlowRun.OfPaths($$"""
            {{Path("/files", "createFile", Answer, Sized, "")}},
            "/files/{id}/upload-url": { "post": { "operationId": "{{id}}", "description": "{{says}}", "parameters": [ {{FlowRun.PathParameter("id")}} ],
              "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": {
                "type": "object", "properties": { {{Answer}} } } } } } } } }
            """);

        Assert.StartsWith("opens an upload", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Empty(run.NotBound);
    }

    [Theory]
    [InlineData("data", "attributes")]
    [InlineData("value", null)]
    public void What_only_wraps_is_looked_into(string outer, string? inner)
    {
        const string Url = """{ "type": "object", "properties": { "upload_url": { "type": "string", "description": "PUT the file here" } } }""";
        var wrapped = inner is null ? Url : $$"""{ "type": "object", "properties": { "{{inner}}": {{Url}} } }""";

        Assert.Single(Opening($$""" "{{outer}}": {{wrapped}} """).Flows);
    }

    [Fact]
    public void A_list_for_an_answer_is_said()
    {
        var run = FlowRun.OfPaths("""
            "/uploads": { "post": { "operationId": "createUpload", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": {
              "type": "array", "items": { "type": "object", "properties": {
                "id": { "type": "string" }, "upload_url": { "type": "string", "format": "uri" } } } } } } } } } }
            """);

        Assert.Empty(run.Flows);
        Assert.StartsWith("its answer is a list", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    private static void AssertNone(FlowRun run)
    {
        Assert.Empty(run.Flows);
        Assert.Empty(run.NotBound);
    }

    private static FlowRun Opening(string answer, string path = "/things", string request = Sized, string says = "", string required = "")
        => FlowRun.OfPaths(Path(path, "createThing", answer, request, says, required));

    private static string Path(string path, string id, string answer, string request, string says, string required = "")
        => $$"""
            "{{path}}": { "post": { "operationId": "{{id}}", "description": "{{says}}",
              "requestBody": { "required": true, "content": { "application/json": { "schema": {
                "type": "object", "required": [{{(required.Length == 0 ? "" : $"\"{required}\"")}}], "properties": { {{request}} } } } } },
              "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": {
                "type": "object", "properties": { {{answer}} } } } } } } } }
            """;
}
