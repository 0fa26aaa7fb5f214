using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Workflows;

/// <summary>A workflow that opens an upload, sends the file and confirms it states a flow.</summary>
public class WorkflowFlowTests
{
    private const string Open = """
        - stepId: first
          operationId: open
          requestBody: { payload: { title: $inputs.fileName, weight: $inputs.fileSize, folder: $inputs.folder } }
          outputs: { ticket: $response.body#/ticket, uploadUrl: $response.body#/place, deep: $response.body#/deep, folder: $inputs.folder }

        """;

    private const string Put = """
        - stepId: put
          x-operation: { url: $steps.first.outputs.uploadUrl, method: PUT }

        """;

    private const string End = """
        - stepId: last
          operationId: end
          parameters: [ { name: ticket, in: path, value: $steps.first.outputs.ticket } ]

        """;

    private static string EndWith(string payload) => End + "  requestBody: " + payload + "\n";

    [Fact]
    public void Create_put_and_confirm_are_one_call()
    {
        var run = WorkflowRun.Of(Open + Put + End);

        Assert.Empty(run.Problems);
        Assert.Empty(run.Bound.NotBound);
        Assert.Equal(
            "opens an upload: the file is PUT to place (it is stated), 'end' confirms it with ticket (as the workflow 'fill' says); "
                + "the file itself tells title, weight. UploadFileAsync does it in one call",
            Assert.Single(run.Bound.Found, found => found.Arguments[0] == "open").Arguments[1]);
        Assert.StartsWith("ticket: session.ticket!, ", PlanText(run.Flow.Storage.Confirm!.Step), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_of_the_answer_are_told_as_members_of_its_body_are()
    {
        var run = WorkflowRun.Of(
            Open.Replace("$response.body#/place", "$response.header.Location", StringComparison.Ordinal) + Put
                + End.Replace("outputs.ticket", "response.header.X-Ticket", StringComparison.Ordinal));

        Assert.Empty(run.Problems);
        Assert.Equal("$response.header.Location", run.Flow.Storage.Url.Expression);
        Assert.StartsWith("ticket: session.X-Ticket!", PlanText(run.Flow.Storage.Confirm!.Step), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_file_goes_to_a_URL_no_step_need_take_it()
    {
        var run = WorkflowRun.Of(Open + "  x-uploadgen: { method: POST }\n" + End);

        Assert.Empty(run.Problems);
        Assert.Equal("place", Assert.IsType<FormPostFlowModel>(run.Flow).Storage.Url.JsonName);
    }

    [Fact]
    public void A_workflow_that_ends_with_the_file_says_that_nothing_confirms_it()
    {
        var run = WorkflowRun.Of(Open + Put);

        Assert.Empty(run.Problems);
        Assert.Null(run.Flow.Storage.Confirm);
        Assert.NotNull(WorkflowRun.Of(Open + Put + End).Flow.Storage.Confirm);
    }

    [Theory]
    [InlineData("{ payload: { note: $steps.first.outputs.folder } }", "Note: caller.folder")]
    [InlineData("{ payload: { note: $inputs.folder } }", "Note: caller.folder")]
    [InlineData("{ payload: { note: $inputs.other } }", "Note: caller.note")]
    [InlineData("{ payload: { note: $inputs.fileName } }", "Note: file.FileName")]
    [InlineData("{ payload: { note: $inputs.contentType } }", "Note: file.MediaType")]
    [InlineData("{ payload: { note: $steps.first.response.body#/other } }", "Note: session.other")]
    [InlineData("{ payload: { note: $steps.first.request.body#/title } }", "Note: file.FileName")]
    [InlineData("{ payload: { note: $steps.first.outputs.deep#/key } }", "Note: session.deep.key")]
    [InlineData("{ payload: { note: '{$steps.first.outputs.ticket}' } }", "Note: session.ticket")]
    [InlineData("{ payload: { state: full, note: done } }", "Note: 'done', State: EndBodyState.Full")]
    [InlineData("{ payload: { about: { key: $steps.first.outputs.ticket, done: true } } }", "About: { Key: session.ticket, Done: true }")]
    [InlineData(
        "{ payload: '{ \"note\": \"{$steps.first.outputs.ticket}\", \"bytes\": {$inputs.fileSize}, \"state\": \"full\" }' }",
        "Note: session.ticket, State: EndBodyState.Full, Bytes: file.Size")]
    [InlineData("{ payload: { note: x }, replacements: [ { target: /note, value: $steps.first.outputs.ticket } ] }", "Note: session.ticket")]
    [InlineData(
        "{ payload: { about: { done: true } }, replacements: [ { target: /about/key, value: $steps.first.outputs.ticket } ] }",
        "About: { Key: session.ticket, Done: true }")]
    [InlineData("{ payload: { note: { context: $steps.first.outputs.deep, selector: /key, type: jsonpointer } } }", "Note: session.deep.key")]
    [InlineData(
        "{ payload: { note: { context: $steps.first.response.body, selector: \"$.deep['key']\", type: { type: jsonpath, version: rfc9535 } } } }",
        "Note: session.deep.key")]
    public void A_confirmation_is_told_what_the_workflow_tells_it(string body, string told)
    {
        var run = WorkflowRun.Of(Open + Put + EndWith(body));

        Assert.Empty(run.Problems);
        Assert.Contains(told, PlanText(run.Flow.Storage.Confirm!.Step), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_opening_always_says_isnt_asked_of_the_caller()
    {
        var run = WorkflowRun.Of("""
            - stepId: first
              operationId: open
              parameters: [ { name: mode, in: query, value: fast }, { name: Authorization, in: header, value: 'Bearer {$inputs.token}' } ]
              requestBody: { contentType: application/json, payload: { title: $inputs.fileName, way: one, meta: { by: us }, kind: $inputs.kind } }
              outputs: { uploadUrl: $response.body#/place }
            """ + "\n" + Put);

        Assert.Empty(run.Problems);
        Assert.Equal(
            "Title: file.FileName, Weight: caller.weight, Kind: caller.kind, Folder: caller.folder, Way: OpenBodyWay.One, Meta: { By: 'us' }, mode: 'fast'",
            PlanText(run.Flow.Opening.Create));
    }

    [Fact]
    public void Parameters_of_the_workflow_and_of_components_count_for_its_steps()
    {
        var run = WorkflowRun.Of(
            Open + Put + "- stepId: last\n  operationId: seal\n",
            "parameters: [ { reference: $components.parameters.crate } ]",
            "components: { parameters: { crate: { name: ticket, in: path, value: $steps.first.outputs.ticket } } }");

        Assert.Empty(run.Problems);
        Assert.Equal("ticket: session.ticket!", PlanText(run.Flow.Storage.Confirm!.Step));

        run = WorkflowRun.Of(
            Open + Put + "- stepId: last\n  operationId: seal\n"
                + "  parameters: [ { reference: $components.parameters.crate, value: $steps.first.outputs.ticket } ]\n",
            components: "components: { parameters: { crate: { name: ticket, in: path, value: none } } }");

        Assert.Empty(run.Problems);
        Assert.Equal("ticket: session.ticket!", PlanText(run.Flow.Storage.Confirm!.Step));
    }

    [Fact]
    public void Operations_can_be_named_by_their_source_and_by_their_path()
    {
        const string path = "operationPath: '{$sourceDescriptions.crates.url}#/paths/~1nameless~1{ticket}/post'";
        var run = WorkflowRun.Of(
            Open.Replace("operationId: open", "operationId: $sourceDescriptions.crates.open", StringComparison.Ordinal) + Put
                + End.Replace("operationId: end", path, StringComparison.Ordinal));

        Assert.Empty(run.Problems);
        Assert.Equal("ticket: session.ticket!", PlanText(run.Flow.Storage.Confirm!.Step));
    }

    [Fact]
    public void What_is_done_when_a_step_fails_gives_up_or_recovers()
    {
        var run = WorkflowRun.Of(Open + Put + """
              onFailure:
                - { name: sign, type: retry, stepId: sign, criteria: [ { condition: $statusCode == 403 } ] }
                - { name: again, type: retry, retryAfter: 1, retryLimit: 3 }
                - { name: drop, type: goto, stepId: drop }
            """ + "\n" + End + """
              onSuccess: [ { name: done, type: end } ]
            - stepId: drop
              operationId: drop
              parameters: [ { name: ticket, in: path, value: $steps.first.outputs.ticket } ]
            - stepId: sign
              operationId: again
              parameters: [ { name: ticket, in: path, value: $steps.first.outputs.ticket } ]
            """);

        Assert.StartsWith("no call asks 'again' for another URL yet", Assert.Single(run.Problems), StringComparison.Ordinal);
        Assert.Equal("ticket: session.ticket!", PlanText(run.Flow.Abort!));
        Assert.Equal("ticket: session.ticket!", PlanText(run.Flow.Opening.Recovery!.Step));
        Assert.Equal("end", run.Bound.Model.Operations.Single(operation => operation.Key == run.Flow.Storage.Confirm!.Step.Operation).Id);
    }

    [Fact]
    public void Steps_that_only_read_and_steps_after_the_confirmation_are_none_of_the_call()
    {
        var run = WorkflowRun.Of(Open + Put + """
            - stepId: look
              operationId: look
              parameters: [ { name: ticket, in: path, value: $steps.first.outputs.ticket } ]
            """ + "\n" + End + """
              outputs: { status: $response.body#/status }
            - stepId: more
              operationId: seal
              parameters: [ { name: ticket, in: path, value: $steps.last.outputs.status } ]
            """);

        Assert.Empty(run.Problems);
        Assert.NotNull(run.Flow.Storage.Confirm);
    }

    [Fact]
    public void Checks_of_the_status_and_steps_in_their_order_are_as_usual()
    {
        var run = WorkflowRun.Of(Open + """
              successCriteria: [ { condition: $statusCode == 201 }, { context: $statusCode, condition: '^2', type: regex } ]
              onSuccess: [ { name: go, type: goto, stepId: put } ]
            """ + "\n" + Put + End + "  dependsOn: [ put ]\n  timeout: 5000\n", version: "1.1.0");

        Assert.Empty(run.Problems);
        Assert.NotNull(run.Flow);
    }

    [Fact]
    public void An_operation_of_the_API_can_take_the_file()
    {
        var run = WorkflowRun.Of("""
            - stepId: first
              operationId: openUpload
              outputs: { ticket: $response.body#/ticket }
            - stepId: put
              operationId: take
              parameters: [ { name: ticket, in: path, value: $steps.first.outputs.ticket } ]
              requestBody: { contentType: application/octet-stream, payload: $inputs.file }
            - stepId: last
              operationId: seal
              parameters: [ { name: ticket, in: path, value: $steps.first.outputs.ticket } ]
            """);

        Assert.Empty(run.Problems);
        Assert.StartsWith(
            "opens an upload: the file goes to 'take', 'seal' confirms it with ticket (as the workflow 'fill' says)",
            Assert.Single(run.Bound.Found).Arguments[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_document_states_itself_counts_before_a_workflow()
    {
        const string own = "\"operationId\": \"open\", \"x-uploadgen\": { \"url\": \"$response.body#/other\", \"confirm\": false },";
        var document = WorkflowRun.Document.Replace("\"operationId\": \"open\",", own, StringComparison.Ordinal);
        var workflows = new InMemoryText(WorkflowRun.Path, WorkflowRun.Of(Open + Put + End).Source);
        var bound = Flows.BoundDocument.Bind(new InMemoryText("api.json", document), null, workflows);

        Assert.Empty(bound.InFiles);
        var storage = Assert.Single(bound.Model.Flows.OfType<UrlFlowModel>()).Storage;
        Assert.Equal("other", storage.Url.JsonName);
        Assert.Null(storage.Confirm);
    }

    [Theory]
    [InlineData(
        "- { stepId: a, operationId: login }\n- { stepId: b, operationId: seal, parameters: [ { name: ticket, in: path, value: $steps.a.outputs.x } ] }")]
    [InlineData("- { stepId: a, operationId: nowhere }\n- { stepId: b, operationId: seal, parameters: [ { name: ticket, in: path, value: $inputs.x } ] }")]
    [InlineData("- { stepId: a, operationId: look, parameters: [ { name: ticket, in: path, value: $inputs.x } ], onSuccess: [ { type: goto, stepId: a } ] }")]
    [InlineData("- { stepId: a, operationId: take, parameters: [ { name: ticket, in: path, value: $inputs.x } ] }")]
    [InlineData("- { stepId: a, workflowId: other }")]
    public void A_workflow_without_an_upload_is_left_alone(string steps)
    {
        var run = WorkflowRun.Of(steps);

        Assert.Empty(run.Problems);
        Assert.Empty(run.Bound.NotBound);
        Assert.Equal("take", Assert.Single(run.Bound.Found).Arguments[0]);
    }

    [Fact]
    public void A_workflow_can_say_that_it_is_no_upload()
    {
        var run = WorkflowRun.Of(Open + Put + "- { stepId: x, operationId: nowhere }", "x-uploadgen: false");

        Assert.Empty(run.Problems);
        Assert.DoesNotContain(run.Bound.Model.Flows, flow => flow is UrlFlowModel);
    }

    [Fact]
    public void The_example_of_the_documentation_is_bound()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "flows.md"));
        var start = page.IndexOf("arazzo: 1.0.1", StringComparison.Ordinal);
        var example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        var document = Spec.Document($$"""
            { "/uploads": { "post": { "operationId": "createUpload",
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "properties": {
                  "title": { "type": "string" }, "mode": { "type": "string", "enum": ["single", "parts"] } } } } } },
                "responses": { "201": { "description": "Opened", "content": { "application/json": { "schema": { "type": "object", "properties": {
                  "ticket": { "type": "object", "properties": { "key": { "type": "string" }, "location": { "type": "string" } } } } } } } } } } },
              {{Flows.FlowRun.Operation("/files/{key}", "register", Flows.FlowRun.PathParameter("key"), """
                { "type": "object", "properties": { "status": { "type": "string" } } }
                """)}} }
            """);

        var bound = Flows.BoundDocument.Bind(new InMemoryText("specs/shop.json", document), null, new InMemoryText("specs/shop.arazzo.yaml", example));

        Assert.Empty(bound.InFiles);
        var flow = Assert.IsType<PresignedFlowModel>(Assert.Single(bound.Model.Flows));
        Assert.Equal("Title: file.FileName, Mode: CreateUploadBodyMode.Single", PlanText(flow.Opening.Create));
        Assert.Equal("key: session.ticket.key!, Status: 'uploaded'", PlanText(flow.Storage.Confirm!.Step));
    }

    private static string PlanText(StepModel step) => Flows.PlanText.Of(step);
}
