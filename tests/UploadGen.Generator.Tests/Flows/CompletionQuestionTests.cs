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
