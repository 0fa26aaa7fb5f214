using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>The one call for many files: which flows have it, its name, and what a journal may hold.</summary>
public class ManyFlowTests
{
    private const string Answer = """
        "id": { "type": "string" },
        "upload": { "type": "object", "required": ["url", "fields"], "properties": {
          "url": { "type": "string" },
          "fields": { "type": "object", "required": ["key"], "properties": { "key": { "type": "string" } } } } }
        """;

    [Theory]
    [InlineData("uploadPhoto", "UploadManyPhotosAsync")]
    [InlineData("uploadBox", "UploadManyBoxesAsync")]
    [InlineData("uploadClass", "UploadManyClassesAsync")]
    [InlineData("uploadEntry", "UploadManyEntriesAsync")]
    [InlineData("uploadKey", "UploadManyKeysAsync")]
    [InlineData("uploadPhotos", "UploadManyPhotosAsync")]
    public void It_is_named_in_the_plural(string operation, string method)
        => Assert.Equal(method, Many(FlowRun.OfPaths(Form(operation, File("file"))))!.Call.MethodName);

    [Fact]
    public void It_does_not_take_the_name_of_an_operation()
    {
        var run = FlowRun.OfPaths(Form("uploadPhoto", File("file")) + "," + FlowRun.Operation("/many", "uploadManyPhotos"));

        Assert.Equal("UploadManyPhotos2Async", Many(run)!.Call.MethodName);
    }

    [Fact]
    public void What_else_the_request_needs_is_the_same_for_all_files()
    {
        var fields = File("file") + """, "options": { "type": "string" }, "ct": { "type": "string" } """;
        var run = FlowRun.OfPaths(Form("uploadPhoto", fields, required: "\"file\", \"ct\""));

        var many = Many(run)!;
        Assert.Equal(["ct", "options"], many.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(("contents", "options2"), (many.Call.Contents, many.Call.Options));
        Assert.Equal(("file", new SendNamesModel("file", "progress", "ct2")), (many.FileParameter, many.Names));
    }

    [Fact]
    public void Two_files_or_a_list_of_files_in_one_request_have_none()
    {
        const string list = """ "files": { "type": "array", "items": { "type": "string", "format": "binary" } } """;

        Assert.Null(Many(FlowRun.OfPaths(Form("uploadPhoto", File("file") + "," + File("thumbnail")))));
        Assert.Null(Many(FlowRun.OfPaths(Form("uploadPhoto", list, required: ""))));
    }

    [Theory]
    [InlineData(""" "type": "string" """)]
    [InlineData(""" "type": "array", "items": { "type": "array", "items": { "type": "integer" } } """)]
    [InlineData(""" "type": "object", "additionalProperties": { "type": ["string", "null"] } """)]
    [InlineData(""" "type": ["object", "null"], "properties": { "id": { "type": "string" } } """)]
    [InlineData("")]
    public void Whatever_JSON_an_upload_gives_can_be_recorded(string schema)
        => Assert.NotNull(Many(FlowRun.OfPaths(Form("uploadPhoto", File("file"), answer: schema))));

    [Fact]
    public void A_session_is_recorded_without_the_fields_that_are_signed()
    {
        var many = FlowRun.Of(Answer, required: "[\"id\", \"upload\"]", paths: Confirm("id")).Flow<FormPostFlowModel>().Storage.Many!;

        Assert.True(many.JournalsSession);
        Assert.Equal(["fields"], many.Secrets);
    }

    [Fact]
    public void A_session_that_is_confirmed_with_its_URL_is_not_recorded()
    {
        var run = FlowRun.Of(
            """ "id": { "type": "string" }, "upload_url": { "type": "string", "format": "uri" } """, required: "[\"id\", \"upload_url\"]",
            more: """ "x-uploadgen": { "confirm": { "operationId": "completeUpload", "requestBody": { "upload_url": "$response.body#/upload_url" } } }, """,
            paths: FlowRun.Operation(
                "/files/{id}/complete", "completeUpload", FlowRun.PathParameter("id"),
                """{ "type": "object", "required": ["upload_url"], "properties": { "upload_url": { "type": "string", "format": "uri" } } }"""));

        Assert.Equal("id: session.id, UploadUrl: session.upload_url", PlanText.Of(run.Confirm()));
        Assert.False(run.Flow<UrlFlowModel>().Storage.Many!.JournalsSession);
    }

    private static string Confirm(string parameter)
        => FlowRun.Operation($"/files/{{{parameter}}}/complete", "completeUpload", FlowRun.PathParameter(parameter));

    private static string File(string name) => $$""" "{{name}}": { "type": "string", "format": "binary" } """;

    private static string Form(
        string operation, string fields, string required = "\"file\"",
        string answer = """ "type": "object", "properties": { "id": { "type": "string" } } """)
        => $$"""
            "/photos": { "post": { "operationId": "{{operation}}",
              "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": {
                "type": "object", "required": [{{required}}], "properties": { {{fields}} } } } } },
              "responses": { "200": { "description": "Done", "content": { "application/json": { "schema": { {{answer}} } } } } } } }
            """;

    private static ManyRequestsModel? Many(FlowRun run) => run.Flow<RequestFlowModel>().Many;
}
