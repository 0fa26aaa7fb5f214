namespace UploadGen.Generator.Tests.Flows;

/// <summary>What goes on with an uploaded file, and may complete its upload: while it may, "nothing confirms it" isn't said.</summary>
public class UnclearUseTests
{
    private const string Answer = """
        "upload_url": { "type": "string" }, "public_url": { "type": "string" }, "file_key": { "type": "string" },
        "id": { "type": "string" }, "status": { "type": "string", "enum": ["OPEN", "CLOSED"] },
        "source_blob": { "type": "object", "properties": { "get_url": { "type": "string" } } }
        """;

    private static readonly string Id = FlowRun.PathParameter("id");

    public static TheoryData<string, string> Uses => new()
    {
        { "takes episode.audio_url", FlowRun.Operation("/episodes", "x", body: In("episode", Text("audio_url"))) },
        { "takes public_url", FlowRun.Operation("/posts", "x", body: Text("public_url")) },
        { "takes media_key", FlowRun.Operation("/episodes", "x", body: Text("media_key")) },
        { "takes recording_url", FlowRun.Operation("/calls", "x", body: Text("recording_url", "Where the uploaded recording is")) },
        { "makes what is called an upload", FlowRun.Operation("/media/uploads", "x", body: Text("title")) },
        { "sets data.uploaded", FlowRun.Operation("/files/{id}", "x", Id, In("data", Of("uploaded", """{ "type": "boolean" }""")), "patch") },
        {
            "sets status, and which value",
            FlowRun.Operation("/files/{id}", "x", Id, Of("status", """{ "type": "string", "enum": ["OPEN", "CLOSED"] }"""), "patch")
        },
        { "is called after completing the upload", FlowRun.Operation("/files/{id}/finish_upload", "x", Id, method: "get") },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void What_may_complete_an_upload_is_asked_about(string why, string operation)
    {
        var run = FlowRun.Of(Answer, paths: operation);

        Assert.Empty(run.Flows);
        Assert.StartsWith($"'x' {why}", Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.Contains("\"confirm\": { \"operationId\": \"x\" }", run.NotBound[0], StringComparison.Ordinal);
    }

    /// <summary>What takes something else, and what many operations take: that is the file, for any use.</summary>
    [Theory]
    [InlineData("webhook_url", 1)]
    [InlineData("api_key", 1)]
    [InlineData("image_url", 3)]
    public void What_is_taken_for_another_use_completes_nothing(string name, int times)
    {
        var uses = Enumerable.Range(0, times).Select(i => FlowRun.Operation($"/renders{i}", $"render{i}", body: Text(name)));

        var run = FlowRun.Of(Answer, paths: string.Join(",", uses));

        Assert.Contains("nothing confirms it", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    private static string Text(string name, string description = "") => Of(name, $$"""{ "type": "string", "description": "{{description}}" }""");

    private static string In(string name, string schema) => Of(name, schema);

    private static string Of(string name, string schema) => $$"""{ "type": "object", "properties": { "{{name}}": {{schema}} } }""";
}
