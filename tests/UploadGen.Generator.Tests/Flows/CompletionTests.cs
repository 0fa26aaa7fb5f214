namespace UploadGen.Generator.Tests.Flows;

/// <summary>What completes an upload, in all the ways that APIs have: by path, operationId, key and state.</summary>
public class CompletionTests
{
    private const string Answer = """ "upload_url": { "type": "string" }, "id": { "type": "string" }, "file_key": { "type": "string" } """;

    private const string Session = "\"upload_url\": { \"type\": \"string\" }, \"expires_at\": { \"type\": \"string\" }, ";

    private static readonly string Id = FlowRun.PathParameter("id");

    public static TheoryData<string, string, string> Bound => new()
    {
        { "its path says so", FlowRun.Operation("/files/{id}/uploaded", "x", Id), "id: session.id!" },
        { "a word of the upload stands in between", FlowRun.Operation("/files/{id}/upload/complete", "x", Id), "id: session.id!" },
        { "a verb behind a colon", FlowRun.Operation("/files/{id}:finalize", "x", Id), "id: session.id!" },
        { "only its operationId says so", FlowRun.Operation("/files/{id}", "completeFile", Id, method: "put"), "id: session.id!" },
        { "what is done then", FlowRun.Operation("/files/{id}/process", "x", Id), "id: session.id!" },
        { "elsewhere, by the key", FlowRun.Operation("/library/import", "x", body: Body("file_key")), "FileKey: session.file_key!" },
        { "elsewhere, by the thing's id", FlowRun.Operation("/library/confirm", "x", body: Body("file_id")), "FileId: session.id!" },
        { "the key in the path", FlowRun.Operation("/keys/{file_key}/commit", "x", FlowRun.PathParameter("file_key")), "fileKey: session.file_key!" },
        {
            "in a list of keys",
            FlowRun.Operation("/library/commit", "x", body: Body("file_keys", """{ "type": "array", "items": { "type": "string" } }""")),
            "FileKeys: [session.file_key!]"
        },
        {
            "in a list of objects",
            FlowRun.Operation("/library/commit", "x", body: Body("files", $$"""{ "type": "array", "items": {{Body("id")}} }""")),
            "Files: [{ Id: session.id! }]"
        },
        { "in an object", FlowRun.Operation("/library/commit", "x", body: Body("file", Body("id"))), "File: { Id: session.id! }" },
        {
            "a state of a list",
            FlowRun.Operation("/files/{id}", "x", Id, Body("status", """{ "type": "string", "enum": ["pending", "uploaded", "failed"] }"""), "patch"),
            "id: session.id!, Status: XBodyStatus.Uploaded"
        },
        {
            "the only state",
            FlowRun.Operation("/files/{id}", "x", Id, Body("state", """{ "type": "string", "enum": ["ACTIVE"] }"""), "patch"),
            "id: session.id!, "
        },
        {
            "a state that the text gives",
            FlowRun.Operation("/files/{id}", "x", Id, Body("status", """{ "type": "string", "description": "Set to `complete` when done." }"""), "patch"),
            "id: session.id!, Status: 'complete'"
        },
        { "a flag", FlowRun.Operation("/files/{id}", "x", Id, Body("uploaded", """{ "type": "boolean" }"""), "patch"), "id: session.id!, Uploaded: TrueValue" },
        {
            "a time",
            FlowRun.Operation("/files/{id}", "x", Id, Body("uploaded_at", """{ "type": "string", "format": "date-time" }"""), "patch"),
            "id: session.id!, UploadedAt: NowValue"
        },
        {
            "a state in the query",
            FlowRun.Operation(
                "/files/{id}",
                "x",
                Id + """, { "name": "state", "in": "query", "schema": { "type": "string", "enum": ["open", "uploaded"] } }""",
                method: "put"),
            "id: session.id!, state: XState.Uploaded"
        },
        { "nothing else wants the key", FlowRun.Operation("/pages", "x", body: Body("file_key")), "FileKey: session.file_key!" },
    };

    [Theory]
    [MemberData(nameof(Bound))]
    public void One_operation_completes_it(string kind, string operation, string told)
    {
        var run = FlowRun.Of(Answer, paths: operation);

        Assert.NotEmpty(kind);
        Assert.Empty(run.NotBound);
        Assert.Equal(told, PlanText.Of(run.Confirm()));
    }

    public static TheoryData<string, string, string> Stated => new()
    {
        { "a word", FlowRun.Operation("/files/{id}/complete", "x", Id), "[global::UploadGen.Annotations.ConfirmsUpload(\"File\")]" },
        {
            "a state of a list",
            FlowRun.Operation("/files/{id}", "x", Id, Body("status", """{ "type": "string", "enum": ["pending", "uploaded", "failed"] }"""), "patch"),
            "[global::UploadGen.Annotations.ConfirmsUpload(\"File\", Member = \"Status\", Value = \"Uploaded\")]"
        },
        {
            "a state that the text gives",
            FlowRun.Operation("/files/{id}", "x", Id, Body("status", """{ "type": "string", "description": "Set to `complete` when done." }"""), "patch"),
            "[global::UploadGen.Annotations.ConfirmsUpload(\"File\", Member = \"Status\", Value = \"complete\")]"
        },
        {
            "a flag",
            FlowRun.Operation("/files/{id}", "x", Id, Body("uploaded", """{ "type": "boolean" }"""), "patch"),
            "[global::UploadGen.Annotations.ConfirmsUpload(\"File\", Member = \"Uploaded\")]"
        },
        {
            "a state in the query",
            FlowRun.Operation(
                "/files/{id}",
                "x",
                Id + """, { "name": "state", "in": "query", "schema": { "type": "string", "enum": ["open", "uploaded"] } }""",
                method: "put"),
            "[global::UploadGen.Annotations.ConfirmsUpload(\"File\", Member = \"state\", Value = \"Uploaded\")]"
        },
        {
            "a state that has one value only",
            FlowRun.Operation(
                "/files/{id}",
                "x",
                Id,
                """{ "type": "object", "required": ["status"], "properties": { "status": { "type": "string", "const": "uploaded" } } }""",
                "patch"),
            "[global::UploadGen.Annotations.ConfirmsUpload(\"File\")]"
        },
    };

    [Theory]
    [MemberData(nameof(Stated))]
    public void The_operation_says_what_it_must_be_told(string kind, string operation, string attribute)
    {
        var run = FlowRun.Of(Answer, paths: operation);

        Assert.NotEmpty(kind);
        Assert.Contains(run.Run.Files.Values, source => source.Contains(attribute, StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string> Asked => new()
    {
        {
            "two that say so",
            FlowRun.Operation("/files/{id}/complete", "one", Id) + "," + FlowRun.Operation("/files/{id}/finish", "two", Id),
            "'one' and 'two' could each complete it"
        },
        {
            "two that want the key",
            FlowRun.Operation("/pages", "one", body: Body("file_key")) + "," + FlowRun.Operation("/posts", "two", body: Body("file_key")),
            "'one' and 'two' could each complete it"
        },
        {
            "a text that speaks of the end",
            FlowRun.Operation("/files/{id}/thing", "one", Id)
                .Replace("\"operationId\"", "\"summary\": \"Call this once the file is uploaded\", \"operationId\"", StringComparison.Ordinal),
            "'one' speaks of a file that was uploaded"
        },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void What_is_not_understood_is_asked_and_no_call_is_made(string kind, string operations, string asked)
    {
        var run = FlowRun.Of(Answer, paths: operations);

        Assert.NotEmpty(kind);
        Assert.Empty(run.Flows);
        Assert.Contains(asked, Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.Contains("\"x-uploadgen\": { \"url\": \"$response.body#/upload_url\"", run.NotBound[0], StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Other => new()
    {
        { "editing", FlowRun.Operation("/files/{id}", "x", Id, Body("title"), "patch") },
        {
            "a state of something else",
            FlowRun.Operation("/files/{id}", "x", Id, Body("status", """{ "type": "string", "enum": ["draft", "active"] }"""), "patch")
        },
        { "reading", FlowRun.Operation("/files/{id}/completed", "x", Id, method: "get") },
        { "giving up", FlowRun.Operation("/files/{id}/cancel", "x", Id) },
        { "a new URL", FlowRun.Operation("/files/{id}/renew", "x", Id) },
        { "something below it", FlowRun.Operation("/files/{id}/captions/finish", "x", Id) },
        { "a key that was said at the opening", FlowRun.Operation("/folders", "x", body: Body("filename")) },
    };

    [Theory]
    [MemberData(nameof(Other))]
    public void What_does_something_else_with_it_completes_nothing(string kind, string operation)
    {
        var run = FlowRun.Of(Answer, paths: operation);

        Assert.NotEmpty(kind);
        Assert.Contains("nothing confirms it", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/files/{id}/upload-url", "/files/{id}/uploaded", true)]
    [InlineData("/files/{id}:startUpload", "/files/{id}:finishUpload", true)]
    [InlineData("/sites/{id}/upload-assets", "/sites/{id}/publish", false)]
    [InlineData("/sites/{id}/asset-uploads", "/sites/{id}/finish", false)]
    public void A_verb_on_the_thing_that_the_upload_is_opened_on_completes_it(string open, string complete, bool isBound)
    {
        var create = FlowRun.Operation(open, "open", Id)
            .Replace("\"status\": {", Session + "\"status\": {", StringComparison.Ordinal);
        var run = FlowRun.OfPaths(create + "," + FlowRun.Operation(complete, "end", Id));

        Assert.Equal(isBound, Assert.Single(run.Found).Contains("'end' confirms it", StringComparison.Ordinal));
    }

    /// <summary>What takes the key, and isn't understood: to do it would be a guess, and to leave it out would be another.</summary>
    public static TheoryData<string, string> Unclear => new()
    {
        { "a verb that may be the end", FlowRun.Operation("/files/{id}/notify", "x", Id) },
        { "a thing made of it", FlowRun.Operation("/posts", "x", body: Body("file_id")) },
        { "a thing that has it inside", FlowRun.Operation("/posts", "x", body: Body("media", Body("file_id"))) },
        {
            "a key in a list inside",
            FlowRun.Operation("/posts", "x", body: Body("media", Body("file_ids", """{ "type": "array", "items": { "type": "string" } }""")))
        },
        { "a word for what is next, and more is wanted", FlowRun.Operation("/files/{id}/process", "x", Id, Body("recipe")) },
        { "another's confirmation", FlowRun.Operation("/emails/confirm", "confirmEmail", body: Body("file_key")) },
    };

    [Theory]
    [MemberData(nameof(Unclear))]
    public void What_takes_the_key_and_is_not_understood_is_asked_about(string kind, string operation)
    {
        var run = FlowRun.Of(Answer, paths: operation);

        Assert.NotEmpty(kind);
        Assert.Empty(run.Flows);
        Assert.Contains("and whether that completes the upload isn't told", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/files/{id}/confirm-deletion")]
    [InlineData("/files/{id}/trash")]
    [InlineData("/files/{id}/versions")]
    [InlineData("/files/{id}/shares")]
    public void What_is_done_with_the_thing_otherwise_is_no_completion(string path)
        => Assert.Contains("nothing confirms it", Assert.Single(FlowRun.Of(Answer, paths: FlowRun.Operation(path, "x", Id)).Found), StringComparison.Ordinal);

    /// <summary>The order was there before the upload, and to complete it isn't to complete that.</summary>
    [Fact]
    public void A_verb_on_what_the_upload_belongs_to_is_asked_about()
    {
        var open = FlowRun.Operation("/orders/{id}/upload-url", "open", Id).Replace("\"status\": {", Session + "\"status\": {", StringComparison.Ordinal);
        var run = FlowRun.OfPaths(open + "," + FlowRun.Operation("/orders/{id}/complete", "completeOrder", Id));

        Assert.Empty(run.Flows);
        Assert.Contains("'completeOrder' does something with what the upload is opened on", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_was_chosen_at_the_opening_is_told_again()
    {
        var run = FlowRun.Of(
            """ "upload_url": { "type": "string" } """,
            path: "/uploads",
            paths: FlowRun.Operation("/uploads/complete", "end", body: Body("filename")));

        Assert.Contains("'end' confirms it (it says so, and takes what was said at the opening)", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    /// <summary>Which of the forms completes the upload is the vendor's to say.</summary>
    [Fact]
    public void A_key_in_one_form_of_a_body_is_asked_about()
    {
        var body = $$"""{ "oneOf": [ {{Body("file_key")}}, {{Body("source_url")}} ] }""";
        var run = FlowRun.Of(Answer, paths: FlowRun.Operation("/assets", "add", body: body));

        Assert.Empty(run.Flows);
        Assert.StartsWith("'add' takes file_key in one of the forms that its body may have", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    private static string Body(string name, string schema = """{ "type": "string" }""")
        => $$"""{ "type": "object", "required": ["{{name}}"], "properties": { "{{name}}": {{schema}} } }""";
}
