using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>An operation that takes a file is an upload by itself only where it isn't the middle of one.</summary>
public class SequenceTests
{
    private const string Opened = """ "id": { "type": "string" } """;

    private static readonly string Id = FlowRun.PathParameter("id");

    [Theory]
    [InlineData("/uploads", "/uploads/{id}", "put")]
    [InlineData("/uploads", "/uploads/{id}/content", "put")]
    [InlineData("/file_uploads", "/file_uploads/{id}/send", "post")]
    [InlineData("/files", "/files/{id}/content", "put")]
    public void A_file_that_goes_below_what_was_opened_is_the_middle(string open, string send, string method)
    {
        var run = FlowRun.Of(Opened, path: open, paths: Send(send, method) + "," + FlowRun.Operation(open + "/{id}/complete", "end", Id));

        var flow = run.Flow<SequenceFlowModel>();
        Assert.Equal(
            (new OperationKey("POST", open), new OperationKey(method.ToUpperInvariant(), send), new OperationKey("POST", open + "/{id}/complete")),
            (flow.Opening.Create.Operation, flow.Send.Operation, flow.Confirm!.Step.Operation));
        Assert.Contains("the file goes to 'send', 'end' confirms it with id", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Equal((FlowStep.Put, FlowStep.Confirm), (run.Role("send")!.Step, run.Role("end")!.Step));
    }

    [Fact]
    public void A_URL_of_the_answer_that_the_API_has_an_operation_for_is_no_URL_to_PUT_to()
    {
        var run = FlowRun.Of(Opened + """, "upload_url": { "type": "string" } """, path: "/uploads", paths: Send("/uploads/{id}/send", "post"));

        Assert.Contains("the file goes to 'send'", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Empty(run.Flows.OfType<UrlFlowModel>());
    }

    [Theory]
    [InlineData(""" "upload_url": { "type": "string", "description": "PUT the file here" } """, "'send' takes the file, too")]
    [InlineData(""" "upload_url": { "type": "string" }, "upload_headers": { "type": "object", "additionalProperties": { "type": "string" } } """, "")]
    [InlineData(""" "presigned_url": { "type": "string" } """, "")]
    public void A_URL_that_says_how_the_file_goes_there_is_another_way(string url, string asked)
    {
        var run = FlowRun.Of(Opened + "," + url, path: "/uploads", paths: Send("/uploads/{id}/send", "post"));

        Assert.Equal(asked.Length > 0, run.NotBound.Any(problem => problem.StartsWith(asked, StringComparison.Ordinal)));
        Assert.Equal(asked.Length == 0, run.Flows.Any(flow => flow is PresignedFlowModel));
    }

    /// <summary>The key goes beside the file instead of into the path.</summary>
    [Theory]
    [InlineData("/files/prepare", """ "upload_id": { "type": "string" }""", "/files/part", "upload_id")]
    [InlineData("/videos", """ "upload": { "type": "object", "properties": { "token": { "type": "string" } } }""", "/transfer", "upload_token")]
    [InlineData("/objects/sign", """ "token": { "type": "string" }""", "/objects/sign", "token")]
    public void What_takes_the_file_with_the_key_of_an_opening_is_asked_about(string open, string answer, string send, string key)
    {
        var operation = $$"""
            { "operationId": "send", "parameters": [ { "name": "{{key}}", "in": "query", "required": true, "schema": { "type": "string" } } ],
              "requestBody": { "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
              "responses": { "204": { "description": "Taken" } } }
            """;
        var create = FlowRun.Operation(open, "open").Replace("\"status\": { \"type\": \"string\" }", answer, StringComparison.Ordinal);
        var run = FlowRun.OfPaths(open == send
            ? create[..create.LastIndexOf('}')] + $", \"put\": {operation} }}"
            : create + $", \"{send}\": {{ \"put\": {operation} }}");

        Assert.All(run.Flows, flow => Assert.IsType<OpenFlowModel>(flow));
        Assert.StartsWith("'send' takes the file with ", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/media/initialize", "/media/{id}/append", "append", true)]
    [InlineData("/videos", "/videos/{id}", "uploadVideo", true)]
    [InlineData("/artifacts", "/artifacts/{id}", "updateArtifact", false)]
    public void What_is_called_after_sending_is_the_middle(string open, string send, string id, bool isMiddle)
    {
        var run = FlowRun.Of(
            """ "id": { "type": "string" } """,
            request: """ "title": { "type": "string" } """,
            path: open,
            says: "",
            paths: Send(send, "put").Replace("\"send\"", $"\"{id}\"", StringComparison.Ordinal));

        Assert.Equal(isMiddle, run.Flows.Any(flow => flow is SequenceFlowModel));
    }

    [Fact]
    public void An_upload_that_nothing_completes_ends_with_the_file()
    {
        var run = FlowRun.Of(Opened, path: "/files", paths: Send("/files/{id}/content", "put"));

        Assert.Null(run.Flow<SequenceFlowModel>().Confirm);
        Assert.Contains("the file goes to 'send', nothing confirms it", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    /// <summary>What a call would have to know, and the document leaves open: the operations stay, and no call is made.</summary>
    [Theory]
    [InlineData("""{ "patch": SEND }""", "'send' is a PATCH, which may change a range of what is there", false)]
    [InlineData(
        """{ "put": SEND, "parameters": [ ID, { "name": "Content-Range", "in": "header", "required": true, "schema": { "type": "string" } } ] }""",
        "'send' wants Content-Range, as parts have it",
        false)]
    [InlineData("""{ "put": SEND, "post": OTHER }""", "'send' and 'other' each take the file", true)]
    public void What_is_left_open_is_no_call(string operations, string missing, bool isAsked)
    {
        var body = """
            "requestBody": { "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
            "responses": { "204": { "description": "Taken" } }
            """;
        var path = operations
            .Replace("SEND", $$"""{ "operationId": "send", {{body}} }""", StringComparison.Ordinal)
            .Replace("OTHER", $$"""{ "operationId": "other", {{body}} }""", StringComparison.Ordinal)
            .Replace("ID", Id, StringComparison.Ordinal);
        path = path.Contains("parameters", StringComparison.Ordinal) ? path : path[..^1] + $$""", "parameters": [ {{Id}} ] }""";

        var run = FlowRun.Of(Opened, path: "/uploads", paths: $$""" "/uploads/{id}/content": {{path}} """);

        Assert.Equal(missing, run.Flow<OpenFlowModel>().Missing);
        Assert.Equal(isAsked, run.NotBound.Any(problem => problem.StartsWith(missing, StringComparison.Ordinal)));
        const string Statement = """say "x-uploadgen": { "send": { "operationId": "send" }, "confirm": false }""";
        Assert.Equal(isAsked, run.NotBound.Any(problem => problem.Contains(Statement, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_may_go_in_parts_is_asked_for()
    {
        var run = FlowRun.Of(
            Opened,
            request: """ "filename": { "type": "string" }, "number_of_parts": { "type": "integer" } """,
            path: "/uploads",
            paths: Send("/uploads/{id}/send", "post") + "," + FlowRun.Operation("/uploads/{id}/complete", "end", Id));

        Assert.IsType<OpenFlowModel>(Assert.Single(run.Flows));
        Assert.StartsWith(
            "number_of_parts says that the file can go in parts, and whether 'send' takes all of it isn't told.",
            Assert.Single(run.NotBound),
            StringComparison.Ordinal);
    }

    /// <summary>A part taken for the file would leave the rest of it out.</summary>
    [Theory]
    [InlineData("""{ "name": "X-FilePartNumber", "in": "header", "required": true, "schema": { "type": "string" } }""", "X-FilePartNumber")]
    [InlineData("""{ "name": "offset", "in": "query", "schema": { "type": "integer" } }""", "offset")]
    [InlineData("""{ "name": "block_id", "in": "query", "schema": { "type": "string" } }""", "block_id")]
    [InlineData("""{ "name": "is_last", "in": "query", "schema": { "type": "boolean" } }""", "is_last")]
    public void An_operation_that_is_told_of_a_part_is_asked_about(string parameter, string sign)
    {
        var run = FlowRun.Of(Opened, path: "/uploads", paths: Send("/uploads/{id}/content", "put", $"{Id}, {parameter}"));

        Assert.StartsWith($"{sign} says that the file can go in parts", Assert.Single(run.NotBound), StringComparison.Ordinal);
    }

    /// <summary>Everything has files below it: what is opened there is an order, a transfer, a ticket, and to finish it isn't for an upload to do.</summary>
    [Theory]
    [InlineData("/transfers", "/transfers/{id}/file", "/transfers/{id}/complete")]
    [InlineData("/invoices", "/invoices/{id}/file", "/invoices/{id}/finalize")]
    [InlineData("/login/session", "/login/session/{id}/content", "/login/session/{id}/finish")]
    public void A_file_of_something_else_is_an_upload_by_itself(string open, string send, string end)
    {
        var run = FlowRun.Of(
            Opened, request: """ "name": { "type": "string" } """, path: open, says: "", paths: Send(send, "put") + "," + FlowRun.Operation(end, "end", Id));

        Assert.Contains("is an upload in one request", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_notice_proposes_settles_it()
    {
        var run = FlowRun.Of(
            Opened,
            request: """ "filename": { "type": "string" }, "number_of_parts": { "type": "integer" } """,
            more: """ "x-uploadgen": { "send": { "operationId": "send" }, "confirm": { "operationId": "end" } }, """,
            path: "/uploads",
            paths: Send("/uploads/{id}/send", "post") + "," + FlowRun.Operation("/uploads/{id}/complete", "end", Id));

        Assert.Empty(run.NotBound);
        Assert.Equal("/uploads/{id}/complete", run.Flow<SequenceFlowModel>().Confirm!.Step.Operation.Path);
    }

    [Fact]
    public void What_says_which_part_it_is_stays_unsaid()
    {
        var parameters = $$"""
            {{Id}},
            { "name": "part_number", "in": "query", "schema": { "type": "integer" } },
            { "name": "X-Note", "in": "header", "schema": { "type": "string" } }
            """;
        const string Statement = """ "x-uploadgen": { "send": { "operationId": "send" }, "confirm": false }, """;
        var run = FlowRun.Of(Opened, more: Statement, path: "/uploads", paths: Send("/uploads/{id}/content", "put", parameters));

        var flow = run.Flow<SequenceFlowModel>();
        Assert.Equal(new NullValue(), flow.Send.Arguments.Single(argument => argument.Parameter == "partNumber").Value);
        Assert.Equal(["xNote"], flow.Call.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Beginning_middle_and_end_of_one_path_are_no_uploads_by_themselves()
    {
        var run = FlowRun.OfPaths(string.Join(
            ",", FlowRun.Operation("/session/start", "start"), Send("/session/append", "post", ""), FlowRun.Operation("/session/finish", "finish")));

        Assert.DoesNotContain(run.Found, found => found.Contains("in one request", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_of_a_thing_is_an_upload_by_itself()
    {
        var run = FlowRun.Of(Opened, path: "/pets", says: "", paths: Send("/pets/{id}/picture", "post"));

        Assert.Contains("is an upload in one request", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/octet-stream", """{ "type": "object", "properties": { "path": { "type": "string" } } }""", false)]
    [InlineData("application/octet-stream", """{ "type": "object", "properties": { "file": { "type": "string", "format": "binary" } } }""", true)]
    [InlineData("application/octet-stream", """{ "type": "string", "format": "binary" }""", true)]
    [InlineData("image/jpeg", """{ "contentEncoding": "base64" }""", false)]
    [InlineData("image/jpeg", """{ "type": "string", "format": "byte" }""", false)]
    [InlineData("image/jpeg", "{}", true)]
    public void What_is_no_file_by_its_schema_is_no_upload(string mediaType, string schema, bool isUpload)
    {
        var run = FlowRun.OfPaths(Send("/things", "post", "", mediaType, schema));

        Assert.Equal(isUpload, run.Found.Any(found => found.Contains("is an upload in one request", StringComparison.Ordinal)));
    }

    private static string Send(
        string path,
        string method,
        string? parameters = null,
        string mediaType = "application/octet-stream",
        string schema = """{ "type": "string", "format": "binary" }""")
        => $$"""
            "{{path}}": { "{{method}}": { "operationId": "send", "parameters": [ {{parameters ?? Id}} ],
              "requestBody": { "required": true, "content": { "{{mediaType}}": { "schema": {{schema}} } } },
              "responses": { "204": { "description": "Taken" } } } }
            """;
}
