using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>What a document states in <c>x-uploadgen</c> counts, whatever the names say.</summary>
public class StatementTests
{
    private const string Plain = """
        "place": { "type": "string" }, "ticket": { "type": "string" },
        "extra": { "type": "object", "additionalProperties": { "type": "string" } }, "count": { "type": "integer" }
        """;

    private static FlowRun Stated(string statement, string answer = Plain, string paths = "")
        => FlowRun.Of(
            answer,
            """ "filename": { "type": "string" }, "title": { "type": "string" }, "kind": { "type": "string" }, "amount": { "type": "integer" } """,
            $""" "x-uploadgen": {statement}, """,
            paths);

    [Fact]
    public void A_whole_flow_can_be_stated()
    {
        var run = Stated(
            """
            { "url": "$response.body#/place", "method": "PUT", "headers": "$response.body#/extra",
              "fileName": "$request.body#/title", "contentType": "$request.body#/kind", "size": "$request.body#/amount",
              "id": "$response.body#/ticket", "confirm": { "operationId": "done",
                "parameters": { "which": "$response.body#/ticket" },
                "requestBody": { "note": "$request.body#/filename", "by": "client" } } }
            """,
            paths: FlowRun.Operation("/done/{which}", "done", FlowRun.PathParameter("which"), """
                { "type": "object", "required": ["note"], "properties": { "note": { "type": "string" }, "by": { "type": "string" } } }
                """));

        Assert.Empty(run.NotBound);
        Assert.Equal(
            "opens an upload: the file is PUT to place with the headers in extra (it is stated), 'done' confirms it with ticket (as is stated); "
                + "the file itself tells title, kind, amount. UploadFileAsync does it in one call",
            Assert.Single(run.Found));
        Assert.Equal("which: session.ticket!, Note: caller.filename, By: 'client'", PlanText.Of(run.Confirm()));
    }

    [Fact]
    public void A_POST_without_fields_can_be_stated()
        => Assert.Null(Stated("""{ "url": "$response.body#/place", "method": "POST" }""").Flow<FormPostFlowModel>().Fields);

    [Theory]
    [InlineData(""" "method": "POST", "body": "form" """, null)]
    [InlineData(""" "body": "form", "file": "photo" """, "photo")]
    [InlineData(""" "file": "photo" """, "photo")]
    public void A_form_can_be_stated_and_what_its_file_is_called(string statement, string? field)
    {
        var run = Stated($$"""{ "url": "$response.body#/place", "headers": "$response.body#/extra", {{statement}} }""");

        var flow = run.Flow<FormPostFlowModel>();
        Assert.Equal((field, "extra"), (flow.FileField, flow.Headers!.Path.JsonName));
        Assert.Contains("the file is POSTed to place in a form with the headers in extra", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Empty(run.NotBound);
    }

    [Fact]
    public void A_POST_of_the_file_itself_can_be_stated()
    {
        var run = Stated("""{ "url": "$response.body#/place", "method": "POST", "body": "file", "headers": "$response.body#/extra" }""");

        var flow = run.Flow<FilePostFlowModel>();
        Assert.Equal(("PostFileUploadAsync", "extra"), (flow.Storage.MethodName, flow.Headers!.Path.JsonName));
        Assert.Contains("the file is POSTed to place as it is with the headers in extra", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Empty(run.NotBound);
    }

    [Theory]
    [InlineData(""" "method": "POST", "body": "file" """, typeof(FilePostFlowModel))]
    [InlineData(""" "body": "file" """, typeof(PresignedFlowModel))]
    [InlineData(""" "method": "PUT" """, typeof(PresignedFlowModel))]
    public void What_is_stated_counts_more_than_fields_that_are_recognized(string statement, Type flow)
    {
        const string answer = """ "place": { "type": "string" }, "fields": { "type": "object", "additionalProperties": { "type": "string" } } """;

        Assert.IsType(flow, Assert.Single(Stated($$"""{ "url": "$response.body#/place", {{statement}} }""", answer).Flows));
    }

    [Fact]
    public void False_says_that_it_is_no_flow()
    {
        var run = Stated("false", """ "upload_url": { "type": "string" } """);

        Assert.Empty(run.Flows);
        Assert.Empty(run.Found);
        Assert.Empty(run.NotBound);
    }

    [Fact]
    public void A_confirmation_can_be_denied()
    {
        var run = FlowRun.Of(
            """ "upload_url": { "type": "string" }, "id": { "type": "string" } """,
            more: """ "x-uploadgen": { "confirm": false },""",
            paths: FlowRun.Operation("/files/{id}/complete", "complete", FlowRun.PathParameter("id")));

        Assert.Null(run.Flow<UrlFlowModel>().Storage.Confirm);
    }

    [Theory]
    [InlineData("""{ "url": "$response.body#/nowhere" }""", "'$response.body#/nowhere' names nothing in the operation's answer")]
    [InlineData("""{ "url": "$response.body#/count" }""", "url is not a URL in the operation's answer")]
    [InlineData("""{ "url": "place" }""", "url is not a URL in the operation's answer")]
    [InlineData("""{ "url": "$response.status" }""", "'$response.status' is no expression that can be read")]
    [InlineData("""{ "url": 5 }""", "it is no text")]
    [InlineData("""{ "url": "$response.body#/place", "size": "$request.body#/kind" }""", "size is not an integer in the operation's request")]
    [InlineData("""{ "url": "$response.body#/place", "method": "PATCH" }""", "method is neither \"PUT\" nor \"POST\". It is ignored")]
    [InlineData("""{ "url": "$response.body#/place", "body": "json" }""", "body is neither \"file\" nor \"form\". It is ignored")]
    [InlineData("""{ "url": "$response.body#/place", "file": 5 }""", "file is not the name of the form's field for the file")]
    [InlineData(
        """{ "url": "$response.body#/place", "method": "PUT", "body": "form" }""",
        "a form is sent by POST, and body, fields or file say that it is one")]
    [InlineData(
        """{ "url": "$response.body#/place", "body": "file", "fields": "$response.body#/extra" }""",
        "body says that the file is the body, and fields or file that it is sent in a form")]
    [InlineData("""{ "url": "$response.body#/place", "uri": "x" }""", "x-uploadgen has no member 'uri'; did you mean 'url'? It is ignored")]
    [InlineData(
        """{ "url": "$response.body#/place", "weather": "x" }""",
        "x-uploadgen has no member 'weather'; there are url, endpoint, method, body, protocol,")]
    [InlineData("""{ "url": "$response.body#/place", "confirm": { "operationId": "nobody" } }""", "there is no operation 'nobody' to confirm it")]
    [InlineData("""{ "url": "$response.body#/place", "confirm": {} }""", "confirm names no operation: it has neither an operationId nor an operationRef")]
    [InlineData("""{ "url": "$response.body#/place", "confirm": true }""", "confirm is neither an object with an operationId nor false")]
    [InlineData("true", "x-uploadgen is neither an object nor false")]
    [InlineData("{}", "x-uploadgen states a flow, and no member of the answer is known to be its URL")]
    public void What_cannot_be_bound_is_said(string statement, string message)
        => Assert.Contains(Stated(statement).NotBound, text => text.StartsWith(message, StringComparison.Ordinal));

    [Fact]
    public void A_value_of_another_type_than_its_taker_is_asked_of_the_caller()
    {
        var run = Stated(
            """{ "url": "$response.body#/place", "confirm": { "operationId": "done", "parameters": { "which": "$response.body#/count" } } }""",
            paths: FlowRun.Operation("/done/{which}", "done", FlowRun.PathParameter("which")));

        Assert.Contains("'which' of 'done' is of another type than", Assert.Single(run.NotBound), StringComparison.Ordinal);
        Assert.Equal("which: caller.which", PlanText.Of(run.Confirm()));
    }

    [Fact]
    public async Task A_bad_expression_is_reported_at_its_place()
    {
        var run = FlowRun.Of(""" "upload_url": { "type": "string" } """, more: "\n\"x-uploadgen\": {\n\"size\": \"$request.body#/nothing\" },");

        var diagnostic = Assert.Single(await run.Run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken), found => found.Id == "UPG008");
        Assert.Equal((2, 8), (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character));
    }
}
