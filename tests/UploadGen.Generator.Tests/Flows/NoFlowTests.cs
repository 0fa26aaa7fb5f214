using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>What only sounds like an upload. A false flow is worse than none.</summary>
public class NoFlowTests
{
    [Theory]
    [InlineData(""" "status_callback_url": { "type": "string" } """)]
    [InlineData(""" "signed_url": { "type": "string" } """, "/conversations", """ "agent_id": { "type": "string" }, "filename": { "type": "integer" } """)]
    [InlineData(""" "download_url": { "type": "string" }, "id": { "type": "string" } """, "/uploads")]
    [InlineData(""" "avatar_url": { "type": "string" }, "html_url": { "type": "string" }, """
        + """ "uploader": { "type": "object", "properties": { "url": { "type": "string" } } } """)]
    [InlineData(""" "url": { "type": "string" }, "id": { "type": "string" } """)]
    [InlineData(""" "upload_ui_url": { "type": "string" } """)]
    public void URLs_for_something_else_make_no_flow(string answer, string path = "/files", string request = """ "filename": { "type": "string" } """)
        => Assert.Empty(FlowRun.Of(answer, request, path: path).Flows);

    [Fact]
    public void Reading_what_was_uploaded_is_no_upload()
        => Assert.Empty(FlowRun.OfPaths(FlowRun.Operation("/videos/{id}", "getVideo", FlowRun.PathParameter("id"), method: "get")
            .Replace(
                "\"status\": { \"type\": \"string\" }",
                "\"upload\": { \"type\": \"object\", \"properties\": { \"upload_link\": { \"type\": \"string\" } } }",
                StringComparison.Ordinal)).Flows);

    [Fact]
    public void A_URL_that_an_upload_in_one_request_returns_is_its_result()
    {
        var run = FlowRun.OfPaths("""
            "/v2/upload": { "post": { "operationId": "uploadFile",
              "requestBody": { "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
              "responses": { "200": { "description": "Uploaded", "content": { "application/json": { "schema": {
                "type": "object", "properties": { "upload_url": { "type": "string" } } } } } } } } }
            """);

        Assert.Equal("is an upload in one request, the file as its body", Assert.Single(run.Found));
        Assert.Equal(("File", FlowStep.Whole), (run.Flow<RawFlowModel>().Name, run.Role("uploadFile")!.Step));
    }

    [Theory]
    [InlineData("/<upload_url>", "application/octet-stream")]
    [InlineData("/markdown", "text/x-markdown")]
    [InlineData("/token", "application/x-www-form-urlencoded")]
    public void A_path_that_stands_for_storage_and_a_body_of_text_are_no_upload(string path, string mediaType)
        => Assert.Empty(FlowRun.OfPaths($$"""
            "{{path}}": { "put": { "operationId": "send",
              "requestBody": { "content": { "{{mediaType}}": { "schema": { "type": "string" } } } },
              "responses": { "204": { "description": "Done" } } } }
            """).Flows);

    [Fact]
    public void A_form_with_a_file_in_it_is_an_upload_in_one_request()
    {
        var run = FlowRun.OfPaths("""
            "/files": { "post": { "operationId": "createFile",
              "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": {
                "file": { "type": "string", "format": "binary" }, "purpose": { "type": "string" } } } } } },
              "responses": { "204": { "description": "Done" } } } }
            """);

        Assert.Equal("is an upload in one request, a form with the file in it", Assert.Single(run.Found));
        Assert.Equal(("File", FlowStep.Whole), (run.Flow<MultipartFlowModel>().Name, run.Role("createFile")!.Step));
    }

    /// <summary>A URL that is called after uploads, of which nothing says more.</summary>
    [Theory]
    [InlineData(""" "zipUploadUrl": { "type": "string" }, "jobId": { "type": "string" } """, true)]
    [InlineData(""" "upload_url": { "type": "string" }, "html_url": { "type": "string" } """, false)]
    [InlineData(""" "upload_status_url": { "type": "string" } """, false)]
    [InlineData(""" "uploaded_url": { "type": "string" } """, false)]
    public void What_may_be_the_URL_of_an_upload_is_asked_about(string answer, bool isAsked)
    {
        var create = FlowRun.Operation("/deployments", "createDeployment")
            .Replace("\"status\": {", answer + ", \"status\": {", StringComparison.Ordinal);

        var run = FlowRun.OfPaths(create);

        Assert.Empty(run.Flows);
        Assert.Equal(isAsked ? 1 : 0, run.NotBound.Count);
    }

    [Fact]
    public void An_answer_that_may_be_null_is_asked_about()
    {
        var run = FlowRun.OfPaths("""
            "/imports": { "post": { "operationId": "createImport", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": {
              "type": ["object", "null"], "properties": { "path": { "type": "string" }, "upload_url": { "type": "string" } } } } } } } } }
            """);

        Assert.Empty(run.Flows);
        Assert.StartsWith("by the document its answer, which has a URL in upload_url, may be null", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }
}
