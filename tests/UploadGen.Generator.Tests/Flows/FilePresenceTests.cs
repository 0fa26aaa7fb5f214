using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>A URL that may be null, and what says then that the API has the file already.</summary>
public class FilePresenceTests
{
    private const string Null = """ "upload_url": { "type": ["string", "null"] } """;
    private const string Optional = """ "upload_url": { "type": "string" } """;
    private const string Uri = """ "upload_url": { "type": ["string", "null"], "format": "uri" } """;

    [Theory]
    [InlineData(Null, """ "exists": { "type": "boolean" } """, "string.IsNullOrEmpty(session.UploadUrl) && session.Exists == true")]
    [InlineData(Optional, """ "already_uploaded": { "type": "boolean" } """, "string.IsNullOrEmpty(session.UploadUrl) && session.AlreadyUploaded == true")]
    [InlineData(Uri, """ "isDuplicate": { "type": "boolean" } """, "session.UploadUrl is null && session.IsDuplicate == true")]
    [InlineData(Null, """ "upload_required": { "type": "boolean" } """, "string.IsNullOrEmpty(session.UploadUrl) && session.UploadRequired == false")]
    [InlineData(
        Null,
        """ "status": { "type": "string" } """,
        "string.IsNullOrEmpty(session.UploadUrl) && global::UploadGen.Core.SessionMember.SaysStored(session.Status)")]
    [InlineData(
        Null,
        """ "state": { "type": "string", "enum": ["pending", "COMPLETE"] }, "deduplicated": { "type": "boolean" } """,
        "string.IsNullOrEmpty(session.UploadUrl) && "
            + "(session.Deduplicated == true || global::UploadGen.Core.SessionMember.SaysStored(session.State?.ToString()))")]
    [InlineData(
        """ "upload_url": { "type": "string", "description": "Where to upload the file. Null if it already exists." } """,
        """ "exists": { "type": "boolean" } """,
        "string.IsNullOrEmpty(session.UploadUrl) && session.Exists != false")]
    [InlineData(
        """ "upload_url": { "type": ["string", "null"], "description": "Where to upload the file; omitted for a duplicate." } """,
        """ "id": { "type": "string" } """,
        "string.IsNullOrEmpty(session.UploadUrl)")]
    public void What_says_that_the_API_has_the_file_is_asked(string url, string beside, string condition)
    {
        var run = FlowRun.Of($"{url}, {beside}");

        Assert.NotNull(run.Flow<PresignedFlowModel>().Storage.Presence);
        Assert.Contains(run.Run.Files.Values, file => file.Contains($"session => {condition},\n", StringComparison.Ordinal));
        Assert.Contains(", unless there is no URL", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Null, """ "status": { "type": "string", "enum": ["pending", "failed"] } """)]
    [InlineData(Null, """ "exists": { "type": "string" } """)]
    [InlineData(Null, """ "file": { "type": "object", "properties": { "exists": { "type": "boolean" } } } """)]
    [InlineData(Optional, """ "status": { "type": "string", "enum": ["pending", "complete"] } """)]
    [InlineData(
        """ "upload_url": { "type": "string", "description": "Where to upload the file, even if it already exists." } """,
        """ "id": { "type": "string" } """)]
    public void What_says_something_else_is_not(string url, string beside)
        => Assert.Null(FlowRun.Of($"{url}, {beside}").Flow<PresignedFlowModel>().Storage.Presence);

    [Fact]
    public void A_URL_that_is_always_there_needs_nothing_said()
    {
        var run = FlowRun.Of($$"""{{Optional}}, "exists": { "type": "boolean" } """, required: "[\"upload_url\"]");

        Assert.Null(run.Flow<PresignedFlowModel>().Storage.Presence);
    }

    [Fact]
    public void The_object_around_the_URL_may_be_null_as_well()
    {
        var run = FlowRun.Of("""
            "upload": { "type": ["object", "null"], "properties": { "url": { "type": "string" } } }, "exists": { "type": "boolean" }
            """, required: "[\"exists\"]");

        Assert.NotNull(run.Flow<PresignedFlowModel>().Storage.Presence);
        Assert.Contains(
            run.Run.Files.Values,
            file => file.Contains("session => string.IsNullOrEmpty(session.Upload?.Url) && session.Exists,\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "id": { "type": "string" } } }""", true)]
    [InlineData("null", false)]
    public void A_confirmed_upload_gives_the_session_beside_what_confirms_it(string answer, bool isWithSession)
    {
        var content = answer == "null" ? "" : $$""", "content": { "application/json": { "schema": {{answer}} } } """;
        var run = FlowRun.Of(
            $$"""{{Null}}, "id": { "type": "string" }, "exists": { "type": "boolean" } """,
            required: "[\"id\"]",
            paths: $$"""
                "/files/{id}/complete": { "post": { "operationId": "completeUpload", "parameters": [ {{FlowRun.PathParameter("id")}} ],
                  "responses": { "200": { "description": "Done"{{content}} } } } }
                """);

        var flow = run.Flow<PresignedFlowModel>();
        Assert.Equal(isWithSession, flow.Call.IsWithSession);
        Assert.NotNull(flow.Storage.Confirm);
    }

    [Theory]
    [InlineData(Null)]
    [InlineData(Optional)]
    [InlineData(Uri)]
    public void A_URL_that_may_be_left_out_is_the_URL_all_the_same(string url)
        => Assert.Equal("upload_url", FlowRun.Of(url).Flow<PresignedFlowModel>().Storage.Url.JsonName);
}
