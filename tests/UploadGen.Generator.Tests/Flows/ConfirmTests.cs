using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Which operation confirms, and what it is told.</summary>
public class ConfirmTests
{
    private const string Answer = """ "upload_url": { "type": "string" }, "file_id": { "type": "string" }, "storage_key": { "type": "string" } """;

    private static string Below(string id, string word) => FlowRun.Operation("/files/{fileId}/" + word, id, FlowRun.PathParameter("fileId"));

    [Fact]
    public void An_operation_below_the_create_path_takes_the_id()
    {
        var run = FlowRun.Of(Answer, paths: Below("completeFile", "complete"), required: """["file_id"]""");

        Assert.Contains("'completeFile' confirms it with file_id", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Equal(new OperationKey("POST", "/files/{fileId}/complete"), run.Confirm().Operation);
        Assert.Equal("fileId: session.file_id", PlanText.Of(run.Confirm()));
        Assert.Equal((FlowStep.Confirm, "fileId"), (run.Role("completeFile")!.Step, run.Role("completeFile")!.SessionId));
    }

    [Fact]
    public void An_id_that_may_be_missing_is_asked_for_before_it_is_used()
    {
        var run = FlowRun.Of(Answer, paths: Below("completeFile", "complete"));

        Assert.Equal("fileId: session.file_id!", PlanText.Of(run.Confirm()));
    }

    [Fact]
    public void A_path_whose_last_word_only_begins_the_upload_counts_as_the_path_above()
    {
        var run = FlowRun.Of(Answer, path: "/files/presign-upload", paths: Below("finalize", "finalize"));

        Assert.Contains("'finalize' confirms it with file_id", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_collection_above_that_wants_the_returned_key_is_told_it_and_what_was_said_before()
    {
        var run = FlowRun.Of(
            Answer,
            request: """ "filename": { "type": "string" }, "file_size": { "type": "integer" }, "model_type": { "type": "string" } """,
            path: "/models/presign",
            paths: FlowRun.Operation(
                "/models", "createModel", body: """
                { "type": "object", "required": ["storageKey", "display_name", "file_size"], "properties": {
                  "storageKey": { "type": "string" }, "display_name": { "type": "string" }, "file_size": { "type": "integer" },
                  "model_type": { "type": "string" } } }
                """));

        Assert.Contains("'createModel' confirms it with storage_key", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Equal(
            "StorageKey: session.storage_key!, DisplayName: caller.displayName, FileSize: file.Size, ModelType: caller.modelType",
            PlanText.Of(run.Confirm()));
        Assert.Equal(["displayName", "modelType"], run.Flow<UrlFlowModel>().Call.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Another_method_on_the_create_path_confirms_if_it_wants_the_key()
    {
        var create = FlowRun.Operation("/objects/{key}/signedupload", "beginSignedUpload", FlowRun.PathParameter("key"), method: "get")
            .Replace(
                "\"status\": { \"type\": \"string\" }",
                "\"uploadKey\": { \"type\": \"string\" }, \"upload_url\": { \"type\": \"string\" }",
                StringComparison.Ordinal);
        var complete = FlowRun.Operation(
            "/objects/{key}/signedupload", "endUpload", FlowRun.PathParameter("key"),
            """{ "type": "object", "required": ["uploadKey"], "properties": { "uploadKey": { "type": "string" } } }""");
        var run = FlowRun.OfPaths(create.TrimEnd()[..^1] + "," + complete[(complete.IndexOf(": {", StringComparison.Ordinal) + 3)..]);

        Assert.Contains("'endUpload' confirms it with uploadKey", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.True(Assert.Single(run.Flow<UrlFlowModel>().Call.Parameters, parameter => parameter.Name == "key").IsRequired);
    }

    [Fact]
    public void Of_two_that_could_confirm_none_does_and_both_are_named()
    {
        var run = FlowRun.Of(Answer, paths: Below("completeFile", "complete") + "," + Below("commitFile", "commit"));

        Assert.Contains("'completeFile' and 'commitFile' could each complete it", Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.EndsWith(
            """
            "confirm": { "operationId": "completeFile" } } (confirm: { "operationId": "commitFile" }, confirm: false if nothing completes it)
            """,
            run.NotBound[0],
            StringComparison.Ordinal);
        Assert.Empty(run.Flows);
    }

    [Theory]
    [InlineData("\"operationId\": \"register\"")]
    [InlineData("\"operationRef\": \"#/paths/~1registrations~1{key}/post\"")]
    public void A_link_of_the_answer_says_which_and_with_what(string target)
    {
        var run = FlowRun.Of(
            Answer,
            paths: FlowRun.Operation(
                "/registrations/{key}", "register", FlowRun.PathParameter("key"),
                """{ "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } }""")
                + "," + Below("completeFile", "complete"),
            links: $$"""
                "links": { "register": { {{target}},
                  "parameters": { "path.key": "$response.body#/storage_key" }, "requestBody": { "name": "$request.body#/filename" } } },
                """);

        Assert.Empty(run.NotBound);
        Assert.Contains("'register' confirms it with storage_key", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Equal("key: session.storage_key!, Name: file.FileName", PlanText.Of(run.Confirm()));
    }

    [Fact]
    public void A_flow_without_a_confirmation_has_none() => Assert.Null(FlowRun.Of(Answer).Flow<UrlFlowModel>().Storage.Confirm);

    [Fact]
    public void Parts_that_go_to_an_operation_make_a_flow_of_one_call()
    {
        const string Part = """
            "/uploads/{upload_id}/parts": { "post": { "operationId": "addPart",
              "parameters": [ { "name": "upload_id", "in": "path", "required": true, "schema": { "type": "string" } } ],
              "requestBody": { "content": { "multipart/form-data": { "schema": {
                "type": "object", "properties": { "part_number": { "type": "integer" }, "data": { "type": "string", "format": "binary" } } } } } },
              "responses": { "204": { "description": "Done" } } } }
            """;
        var run = FlowRun.Of(
            """ "id": { "type": "string" }, "status": { "type": "string" } """,
            path: "/uploads",
            paths: string.Join(
                ",",
                Part,
                FlowRun.Operation("/uploads/{upload_id}/complete", "complete", FlowRun.PathParameter("upload_id")),
                FlowRun.Operation("/uploads/{upload_id}/cancel", "cancel", FlowRun.PathParameter("upload_id"))));

        Assert.IsType<PartOperationModel>(run.Flow<PartsFlowModel>().Target);
        Assert.Equal(
            "opens an upload in parts: its parts go to 'addPart', 'complete' confirms it with id, 'cancel' gives it up; "
                + "the file itself tells filename, size. UploadFileAsync does it in one call",
            Assert.Single(run.Found));
        Assert.Equal(
            [FlowStep.Create, FlowStep.Put, FlowStep.Confirm, FlowStep.Abort],
            new[] { "openUpload", "addPart", "complete", "cancel" }.Select(operation => run.Role(operation)!.Step));
    }

    [Theory]
    [InlineData(""" "urls": { "type": "array", "items": { "type": "string" } }, "upload_key": { "type": "string" } """, "/files/signed-upload")]
    [InlineData(""" "upload_urls": { "type": "array", "items": { "type": "string", "format": "uri" } } """, "/files")]
    [InlineData(
        """ "upload_parts": { "type": "array", "items": { "type": "object", "properties": { """
            + """ "upload_url": { "type": "string" }, "size": { "type": "integer" } } } } """,
        "/files")]
    public void A_list_of_URLs_is_one_for_each_part(string answer, string path)
    {
        var run = FlowRun.Of(answer, path: path, more: """ "description": "Returns a presigned upload URL for each part.",""");

        Assert.StartsWith("nothing completes it (say \"x-uploadgen\": { \"confirm\": false }", run.Flow<OpenFlowModel>().Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void URLs_for_several_files_are_no_flow_and_it_is_said_so()
    {
        var run = FlowRun.Of(
            """
            "uploads": { "type": "array", "items": { "type": "object", "properties": {
              "presigned_url": { "type": "string" }, "object_key": { "type": "string" } } } }
            """,
            path: "/file_upload_presigned_urls");

        Assert.Empty(run.Flows);
        Assert.Contains("uploads.presigned_url is a URL for each of several files", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }
}
