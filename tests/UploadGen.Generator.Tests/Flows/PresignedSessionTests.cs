using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>The URL, its headers and the id, wherever in the answer they are.</summary>
public class PresignedSessionTests
{
    [Theory]
    [InlineData(""" "upload_url": { "type": "string" } """, "upload_url")]
    [InlineData(""" "data": { "type": "object", "properties": { "uploadUrl": { "type": "string" } } } """, "data.uploadUrl")]
    [InlineData(
        """ "result": { "type": "object", "properties": { "upload": { "type": "object", "properties": { """
            + """ "url": { "type": "string" }, "expires_at": { "type": "string" } } } } } """,
        "result.upload.url")]
    [InlineData(""" "upload_info": { "type": "object", "properties": { "url": { "type": "string" } } } """, "upload_info.url")]
    [InlineData(""" "file": { "type": "object", "properties": { "presigned_url": { "type": "string", "format": "uri" } } } """, "file.presigned_url")]
    [InlineData(""" "payload": { "type": ["object", "null"], "properties": { "signedUrl": { "type": ["string", "null"] } } } """, "payload.signedUrl")]
    public void The_URL_is_found_in_the_answer_its_wrappers_and_what_is_about_the_upload(string answer, string path)
    {
        var run = FlowRun.Of(answer);

        var flow = run.Flow<PresignedFlowModel>();
        Assert.Equal(path, flow.Storage.Url.JsonName);
        Assert.Equal("PutFileUploadAsync", flow.Storage.MethodName);
    }

    [Fact]
    public void Members_that_may_be_missing_are_read_so_and_the_session_stays_the_answer()
    {
        var run = FlowRun.Of("""
            "data": { "type": ["object", "null"], "properties": {
              "uploadUrl": { "type": "string" },
              "headers": { "type": "object", "additionalProperties": { "type": "string" } } } }
            """);

        var flow = run.Flow<PresignedFlowModel>();
        Assert.Equal("OpenUploadResponse", flow.Opening.Session.Name);
        Assert.Equal(("data.uploadUrl", true), (flow.Storage.Url.JsonName, flow.Storage.Url.CanBeNull));
        Assert.Equal(("data.headers", true), (flow.Headers!.Path.JsonName, flow.Headers.Path.CanBeNull));
    }

    [Theory]
    [InlineData(""" "properties": { "Content-Type": { "type": "string" } } """)]
    [InlineData(""" "additionalProperties": true """)]
    public void Headers_need_not_be_a_map_of_strings(string schema)
    {
        var run = FlowRun.Of($$""" "upload_url": { "type": "string" }, "headers": { "type": "object", {{schema}} } """);

        Assert.Equal("headers", run.Flow<PresignedFlowModel>().Headers!.Path.JsonName);
    }

    [Theory]
    [InlineData("fields")]
    [InlineData("upload_parameters")]
    [InlineData("uploadDetails")]
    [InlineData("formData")]
    public void Fields_beside_the_URL_make_it_a_form_to_POST(string name)
    {
        var run = FlowRun.Of($$"""
            "upload": { "type": "object", "properties": {
              "url": { "type": "string" },
              "{{name}}": { "type": "object", "additionalProperties": { "type": "string" } } } }
            """);

        var flow = run.Flow<FormPostFlowModel>();
        Assert.Equal("PostFileUploadAsync", flow.Storage.MethodName);
        Assert.Equal(("upload.url", $"upload.{name}"), (flow.Storage.Url.JsonName, flow.Fields!.Path.JsonName));
        Assert.Contains(
            new PropertyRoleModel(flow.Fields.Path.Last.DeclaringType, flow.Fields.Path.Last.Name, PropertyRole.UploadHeaders),
            run.Model.FlowRoles.Properties);
    }

    [Fact]
    public void What_was_recognized_is_said_in_one_sentence_at_the_operation()
    {
        var run = FlowRun.Of(
            """ "upload_url": { "type": "string" }, "upload_headers": { "type": "object", "additionalProperties": { "type": "string" } } """,
            request: """ "filename": { "type": "string" }, "size_bytes": { "type": "integer" }, "folder": { "type": "string" } """);

        Assert.Equal(
            "opens an upload: the file is PUT to upload_url with the headers in upload_headers (headers come with it), nothing confirms it; "
                + "the file itself tells filename, size_bytes. UploadFileAsync does it in one call",
            Assert.Single(run.Found));
    }
}
