using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Openings that say little of themselves: what is enough for a call, what is asked about, and what is none.</summary>
public class UnsureUrlTests
{
    private const string Announced = """ "filename": { "type": "string" }, "content_type": { "type": "string" } """;

    /// <summary>The operation is called after the URL, or the text of that says what it is for.</summary>
    [Theory]
    [InlineData("/media/input", "start", """ "url": { "type": "string", "description": "The pre-signed URL to PUT your media to" } """, "url")]
    [InlineData("/receipts", "start", """ "uri": { "type": "string", "description": "The pre-signed link to upload the receipt by HTTP PUT" } """, "uri")]
    [InlineData("/sources", "start", """
        "blob": { "type": "object", "properties": { "get_url": { "type": "string" }, "put_url": { "type": "string", "description": "Upload the file by PUT" } } }
        """, "blob.put_url")]
    [InlineData("/temporary-upload-link", "getLink", """ "link": { "type": "string", "description": "PUT the file here" } """, "link")]
    public void A_text_or_a_name_is_enough(string path, string id, string answer, string url)
        => Assert.Equal(url, Of(path, id, answer).Flow<PresignedFlowModel>().Storage.Url.JsonName);

    [Fact]
    public void Fields_beside_a_URL_to_post_to_are_a_form()
        => Assert.Equal("post_url", Of(
            "/assets", "createAsset", """ "post_url": { "type": "string" }, "fields": { "type": "object", "additionalProperties": { "type": "string" } } """)
            .Flow<FormPostFlowModel>().Storage.Url.JsonName);

    [Theory]
    [InlineData("get", "/oss/policy", "getPolicy", Grant, "policy and signature come with host, as the fields of a form do")]
    [InlineData("post", "/grants", "createGrant", """ "url": { "type": "string" }, "x_policy": { "type": "string" }, "signature": { "type": "string" } """,
        "x_policy and signature come with url")]
    [InlineData("post", "/assets", "createAsset", """
        "args": { "type": "object", "properties": { "action": { "type": "string" }, "fields": { "type": "array", "items": { "type": "object", "properties": {
          "name": { "type": "string" }, "value": { "type": "string" } } } } } }
        """, "args.fields comes with args.action, as the fields of a form do")]
    [InlineData("post", "/prepareUpload", "prepareUpload", """ "key": { "type": "string" }, "url": { "type": "string" } """,
        "'prepareUpload' speaks of an upload, and whether the file goes to url isn't told")]
    [InlineData("post", "/sign", "createUploadUrl", """ "data": { "type": "string", "description": "The URL" } """,
        "and whether the file goes to data isn't told")]
    [InlineData("post", "/upload-link", "getLink", """ "link": { "type": "string" } """, "nothing says whether the file goes to link by PUT or in a form")]
    [InlineData("post", "/items/upload", "startUpload", """ "ChunkUri": { "type": "string" }, "FinishUri": { "type": "string" } """,
        "ChunkUri and FinishUri are for a file in parts, and how they go isn't told")]
    [InlineData("post", "/uploads/credentials", "createUploadCredentials", """
        "bucket": { "type": "string" }, "key": { "type": "string" }, "accessKeyId": { "type": "string" }, "secretAccessKey": { "type": "string" }
        """, "secretAccessKey comes with bucket: the file goes there by a client of that store")]
    [InlineData("post", "/attachments", "create", """
        "attachments": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "integer" }, "upload_url": { "type": "string" } } } }
        """, "attachments.upload_url")]
    public void What_says_too_little_is_asked_about(string method, string path, string id, string answer, string said)
    {
        var run = Of(path, id, answer, method, """ "filename": { "type": "string" } """);

        Assert.Empty(run.Flows);
        Assert.Contains(said, Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("post", "/orders", "createOrder", """ "url": { "type": "string" }, "return_policy": { "type": "string" }, "a_policy": { "type": "string" } """)]
    [InlineData("post", "/keys", "createKeys", """ "bucket": { "type": "string" }, "secret_access_key": { "type": "string" } """)]
    [InlineData("get", "/uploads/{id}/url", "getUploadUrl", """ "url": { "type": "string" } """)]
    [InlineData("post", "/uploads/complete", "completeUpload", """ "url": { "type": "string" } """)]
    [InlineData("post", "/uploads", "upload", """ "url": { "type": "string" } """, """ "filename": { "type": "string" }, "content": { "type": "string" } """)]
    [InlineData("post", "/uploads", "upload", """ "url": { "type": "string" } """, """ "filename": { "type": "string" }, "url": { "type": "string" } """)]
    [InlineData("post", "/files", "createFile", """ "download_url": { "type": "string" }, "url": { "type": "string" } """)]
    public void What_is_for_something_else_is_not(string method, string path, string id, string answer, string request = Announced)
    {
        var run = Of(path, id, answer, method, request);

        Assert.Empty(run.Flows);
        Assert.Empty(run.NotBound);
    }

    [Theory]
    [InlineData("post", "/uploads/{id}/parts", """ "part_number": { "type": "integer" } """, false, true)]
    [InlineData("get", "/uploads/{id}/parts/{part_number}/url", "", false, true)]
    [InlineData("get", "/transfers/{id}/upload-url/{part}", "", false, true)]
    [InlineData("post", "/documents/{id}/pages", """ "part_number": { "type": "integer" } """, false, false)]
    [InlineData("post", "/uploads/{id}/parts", """ "part_number": { "type": "integer" } """, true, false)]
    public void A_URL_for_one_part_is_asked_about(string method, string path, string request, bool hasOpening, bool isAsked)
    {
        var names = path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));
        var parameters = string.Join(", ", names.Select(name => name.StartsWith("part", StringComparison.Ordinal)
            ? FlowRun.PathParameter(name).Replace("\"string\"", "\"integer\"", StringComparison.Ordinal)
            : FlowRun.PathParameter(name)));
        var body = request.Length == 0 ? "" : $$"""{ "type": "object", "properties": { {{request}} } }""";
        var sign = FlowRun.Operation(path, "sign", parameters, body, method)
            .Replace("\"status\": {", "\"url\": {", StringComparison.Ordinal);
        var opening = FlowRun.Operation("/uploads", "open").Replace("\"status\": {", "\"presigned_upload_url\": {", StringComparison.Ordinal);

        var run = FlowRun.OfPaths(sign + (hasOpening ? "," + opening : ""));

        Assert.Equal(isAsked, run.NotBound.Any(problem => problem.StartsWith("url is the URL for one part of a file", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/uploads/upload-url", true)]
    [InlineData("/greeting", false)]
    public void A_URL_that_is_the_whole_answer_is_asked_about(string path, bool isAsked)
    {
        var run = FlowRun.OfPaths($$"""
            "{{path}}": { "post": { "operationId": "open", "responses": { "200": { "description": "The URL", "content": { "application/json": {
              "schema": { "type": "string" } } } } } } }
            """);

        Assert.Equal(isAsked, run.NotBound.Any(problem => problem.StartsWith("its answer is a text", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_list_that_is_only_called_parts_has_their_URLs()
    {
        var run = FlowRun.Of(
            """ "uuid": { "type": "string" }, "parts": { "type": "array", "items": { "type": "string", "format": "uri" } } """,
            path: "/multipart/start",
            paths: FlowRun.Operation("/multipart/complete", "end", body: """
                { "type": "object", "required": ["uuid"], "properties": { "uuid": { "type": "string" } } }
                """));

        Assert.Contains("its parts go to the URLs in parts, 'end' confirms it with uuid", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    private const string Grant = """
        "host": { "type": "string" }, "accessid": { "type": "string" }, "policy": { "type": "string" }, "signature": { "type": "string" }
        """;

    /// <summary>Settings may have anything among them.</summary>
    [Fact]
    public void A_policy_and_a_signature_among_very_many_members_are_no_form()
    {
        var members = string.Join(",", Enumerable.Range(0, 30).Select(index => $$""" "setting{{index}}": { "type": "string" } """));
        var run = FlowRun.OfPaths($$"""
            "/settings": { "get": { "operationId": "getSettings", "responses": { "200": { "description": "All", "content": { "application/json": { "schema": {
              "type": "object", "properties": { "startURL": { "type": "string" }, "htmlPolicy": { "type": "string" }, "styleSignature": { "type": "string" },
              {{members}} } } } } } } } }
            """);

        Assert.Empty(run.NotBound);
    }

    private static FlowRun Of(string path, string id, string answer, string method = "post", string request = Announced)
    {
        var parameters = path.Contains("{id}", StringComparison.Ordinal) ? FlowRun.PathParameter("id") : "";
        var body = method == "get" ? "" : $$"""{ "type": "object", "properties": { {{request}} } }""";
        return FlowRun.OfPaths(FlowRun.Operation(path, id, parameters, body, method)
            .Replace("\"status\": { \"type\": \"string\" }", answer, StringComparison.Ordinal));
    }
}
