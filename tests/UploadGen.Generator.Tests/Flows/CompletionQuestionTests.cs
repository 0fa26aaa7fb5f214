using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>What takes something of an upload and isn't understood is asked about; what only seems to is not.</summary>
public class CompletionQuestionTests
{
    private const string Url = """ "upload_url": { "type": "string", "description": "PUT the file here" } """;

    [Fact]
    public void A_collection_below_what_was_there_before_that_takes_the_key_of_the_upload_is_asked_about()
    {
        var contents = FlowRun.Operation(
            "/bases/{base}/contents",
            "createContent",
            FlowRun.PathParameter("base"),
            """{ "type": "object", "required": ["name", "uploadId"], "properties": { "name": { "type": "string" }, "uploadId": { "type": "string" } } }""");
        var run = Below(Url + """, "uploadId": { "type": "string" } """, "/bases/{base}/upload", contents);

        AssertAsks(run, "'createContent' takes uploadId, and whether that completes the upload isn't told");
    }

    [Fact]
    public void A_thing_made_elsewhere_of_the_URL_of_the_upload_is_asked_about()
    {
        var functions = FlowRun.Operation(
            "/{location}/functions",
            "createFunction",
            FlowRun.PathParameter("location"),
            """{ "type": "object", "properties": { "name": { "type": "string" }, "source_upload_url": { "type": "string" } } }""");
        var run = FlowRun.Of(Url, path: "/sources/upload-url", paths: functions);

        AssertAsks(run, "'createFunction' takes upload_url, and whether that completes the upload isn't told");
    }

    [Fact]
    public void A_member_that_is_handed_on_later_by_its_text_is_asked_about()
    {
        var run = FlowRun.Of(Url + """
            , "source": { "type": "object", "description": "Once the archive is uploaded with the URL, use this field to create the function.",
              "properties": { "bucket": { "type": "string" } } }
            """);

        AssertAsks(run, "source is to be used once the file is uploaded, and by which operation isn't known");
    }

    [Fact]
    public void So_is_what_may_complete_an_upload_in_parts()
    {
        var body = """{ "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "upload_id": { "type": "string" } } }""";
        var things = FlowRun.Operation("/things", "createThing", body: body);
        var run = FlowRun.Of(
            """ "upload_id": { "type": "string" }, "presigned_urls": { "type": "array", "items": { "type": "string" } } """, path: "/uploads", paths: things);

        Assert.Empty(run.Found);
        AssertAsks(run, "'createThing' takes upload_id, and whether that completes the upload isn't told");
        AssertAsks(
            run,
            """say "x-uploadgen": { "parts": { "urls": "$response.body#/presigned_urls" }, "confirm": { "operationId": "createThing" } } (confirm: false""");
    }

    [Theory]
    [InlineData("file_id", "The file")]
    [InlineData("file_app_id", "The file_id of the upload")]
    public void A_form_that_takes_the_key_is_asked_about(string field, string description)
    {
        var link = $$"""
            "/apps": { "post": { "operationId": "useLink", "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": {
              "{{field}}": { "type": "string", "description": "{{description}}" } } } } } }, "responses": { "204": { "description": "Done" } } } }
            """;
        var run = FlowRun.Of(Url + """, "file_id": { "type": "string" } """, path: "/upload-link", paths: link);

        AssertAsks(run, $"'useLink' takes {field} in a form, and whether that completes the upload isn't told");
    }

    [Fact]
    public void A_stated_form_is_told_what_is_stated()
    {
        var link = """
            "/apps": { "post": { "operationId": "useLink", "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object",
              "required": ["file_app_id"], "properties": { "file_app_id": { "type": "string" } } } } } },
              "responses": { "200": { "description": "Done", "content": { "application/json": { "schema": { "type": "object" } } } } } } }
            """;
        var statement = """
            "x-uploadgen": { "method": "PUT", "confirm": { "operationId": "useLink", "requestBody": { "file_app_id": "$response.body#/file_id" } } },
            """;
        var run = FlowRun.Of(Url + """, "file_id": { "type": "string" } """, more: statement, path: "/upload-link", paths: link);

        Assert.Empty(run.NotBound);
        Assert.DoesNotContain(run.Flow<UrlFlowModel>().Call.Parameters, parameter => parameter.Name == "fileAppId");
    }

    [Fact]
    public void A_URL_that_is_called_back_gets_no_file()
    {
        var run = FlowRun.Of(
            """
            "webhook_url": { "type": "string", "description": "POST to this URL after the file was sent" },
            "post_arguments": { "type": "object", "properties": { "action": { "type": "string" },
              "fields": { "type": "object", "additionalProperties": { "type": "string" } } } }
            """,
            path: "/uploads");

        Assert.Empty(run.Flows);
    }

    [Fact]
    public void An_operation_that_takes_the_file_on_the_same_path_is_asked_about()
    {
        var put = """
            "/upload/sign/{name}": { "post": { "operationId": "createSignedUploadUrl", "summary": "Make a presigned URL to upload to", "parameters": [ NAME ],
                "responses": { "200": { "description": "Signed", "content": { "application/json": { "schema": { "type": "object", "properties": {
                  "url": { "type": "string" }, "token": { "type": "string" } } } } } } } },
              "put": { "operationId": "send", "parameters": [ NAME, { "name": "token", "in": "query", "required": true, "schema": { "type": "string" } } ],
                "requestBody": { "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
                "responses": { "204": { "description": "Taken" } } } }
            """;
        var run = FlowRun.OfPaths(put.Replace("NAME", FlowRun.PathParameter("name"), StringComparison.Ordinal));

        AssertAsks(run, "'send' takes the file, too, and whether url leads there, or to storage, isn't told");
    }

    [Fact]
    public void A_state_that_is_all_an_operation_takes_is_asked_about()
    {
        var state = """{ "name": "state", "in": "query", "required": true, "schema": { "type": "string" } }""";
        var update = FlowRun.Operation("/assets/{asset_id}", "updateAsset", FlowRun.PathParameter("asset_id") + "," + state, method: "put");
        var run = FlowRun.Of(
            Url + """, "asset": { "type": "object", "properties": { "id": { "type": "string" }, "site_id": { "type": "string" } } } """,
            path: "/assets",
            paths: update);

        AssertAsks(run, "'updateAsset' sets state, and which value says that the file is uploaded isn't told");
    }

    [Fact]
    public void A_flag_in_an_object_is_asked_about()
    {
        var update = FlowRun.Operation(
            "/previews/{id}",
            "updatePreview",
            FlowRun.PathParameter("id"),
            """
            { "type": "object", "required": ["data"], "properties": { "data": { "type": "object", "required": ["type"], "properties": {
              "type": { "type": "string" }, "attributes": { "type": "object", "properties": { "uploaded": { "type": "boolean" } } } } } } }
            """,
            method: "patch");
        var run = FlowRun.Of(Url + """, "id": { "type": "string" } """, path: "/previews", paths: update);

        AssertAsks(run, "'updatePreview' sets data.attributes.uploaded, and how a call would say that isn't known");
    }

    [Fact]
    public void What_ends_the_upload_by_an_id_that_the_answer_has_not_is_asked_about()
    {
        var complete = FlowRun.Operation("/uploads/{upload_id}/complete", "complete", FlowRun.PathParameter("upload_id"));
        var run = FlowRun.Of(Url, path: "/uploads", paths: complete);

        AssertAsks(run, "'complete' ends it by upload_id, and which member of the answer that is isn't known");
    }

    [Fact]
    public void The_id_of_a_session_is_known_by_what_the_answer_is_called()
    {
        var open = """
            "/things/{thing}/begin": { "post": { "operationId": "openUploadSession", "description": "Then PUT the file to the URL.",
              "parameters": [ { "name": "thing", "in": "path", "required": true, "schema": { "type": "string" } } ],
              "responses": { "201": { "description": "Open", "content": { "application/json": { "schema": {
                "type": "object", "properties": { "id": { "type": "string" }, "upload_url": { "type": "string" } } } } } } } } }
            """;
        var complete = FlowRun.Operation("/sessions/{session-id}", "completeUpload", FlowRun.PathParameter("session-id"));
        var run = FlowRun.OfPaths(open + "," + complete);

        Assert.Contains("'completeUpload' confirms it with id", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_ends_an_upload_opens_none()
    {
        var run = FlowRun.Of(
            Url + """, "id": { "type": "string" } """,
            path: "/uploads",
            paths: """
                "/uploads/{id}/complete": { "post": { "operationId": "completeUpload", "parameters": [ ID ],
                  "responses": { "200": { "description": "Done", "content": { "application/json": { "schema": { "type": "object", "properties": {
                    "uploads": { "type": "array", "items": { "type": "object", "properties": { "url": { "type": "string", "format": "uri" } } } } } } } } } } } }
                """.Replace("ID", FlowRun.PathParameter("id"), StringComparison.Ordinal));

        Assert.Contains("'completeUpload' confirms it with id", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Empty(run.NotBound);
    }

    /// <summary>A URL in an object may be of anything that is fetched, and what is told later is no key.</summary>
    [Theory]
    [InlineData(""" "input": { "type": "array", "items": { "type": "object", "properties": { "url": { "type": "string" } } } } """)]
    [InlineData(""" "asset_id": { "type": "string" } """)]
    public void What_takes_something_else_is_not(string taken)
    {
        var run = FlowRun.Of(
            """
            "url": { "type": "string", "description": "PUT the file here to upload it" }, "id": { "type": "string" },
            "asset_id": { "type": "string", "description": "Only set once the upload is complete." }
            """,
            path: "/uploads",
            paths: FlowRun.Operation("/things", "createThing", body: $$"""{ "type": "object", "properties": { {{taken}} } }"""));

        Assert.Contains("nothing confirms it", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Empty(run.NotBound);
    }

    private static void AssertAsks(FlowRun run, string question) => Assert.Contains(question, Assert.Single(run.NotBound), StringComparison.Ordinal);

    private static FlowRun Below(string answer, string path, string paths)
        => FlowRun.OfPaths($$"""
            "{{path}}": { "post": { "operationId": "open", "parameters": [ {{FlowRun.PathParameter("base")}} ],
              "responses": { "201": { "description": "Open", "content": { "application/json": { "schema": {
                "type": "object", "properties": { {{answer}} } } } } } } } },
            {{paths}}
            """);
}
