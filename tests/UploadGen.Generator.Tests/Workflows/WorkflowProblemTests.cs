using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Tests.Workflows;

/// <summary>A workflow that is an upload and can't be bound is UPG008 at its place in its file, and nothing of it is taken.</summary>
public class WorkflowProblemTests
{
    private const string Open = """
        - stepId: first
          operationId: open
          outputs: { ticket: $response.body#/ticket, uploadUrl: $response.body#/place, whole: $response.body, head: $statusCode }
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

    private const string Look = "- { stepId: look, operationId: look, parameters: [ { name: ticket, in: path, value: $steps.first.outputs.ticket } ] }";

    private static string Steps(params string[] steps) => string.Join("\n", steps);

    private static string With(string step, string before, string after) => step.Replace(before, after, StringComparison.Ordinal);

    /// <summary>The step that confirms, with more in it.</summary>
    private static string Ended(string members) => End + "\n  " + members;

    public static TheoryData<string, string, string> Problems => new()
    {
        // What is wrong, the text at which it is said, and the message.
        {
            Steps(With(Open, "operationId: open", "operationId: opne"), Put),
            "opne", "there is no operation 'opne' in 'api.json'; did you mean 'open'?"
        },
        {
            Steps(Open, Put, With(End, "operationId: end", "operationId: ende")),
            "ende", "there is no operation 'ende' in 'api.json'; did you mean 'end'?"
        },
        {
            Steps(Open, Put, With(End, "operationId: end", "operationId: $sourceDescriptions.crate.end")),
            "$sourceDescriptions.crate.end", "'$sourceDescriptions.crate.end' names no source: 'sourceDescriptions' has no 'crate'; did you mean 'crates'?"
        },
        {
            Steps(Open, Put, With(End, "operationId: end", "operationPath: './api.json#/paths/~1login/post'")),
            "'./api.json#/paths/~1login/post'",
            "'./api.json#/paths/~1login/post' is no path of an operation; it is written {$sourceDescriptions.name.url}#/paths"
        },
        {
            Steps("- { stepId: in, operationId: login }", Open, Put),
            "{", "'first' opens the upload, and steps before it are none of the call; begin the workflow with it"
        },
        { Steps(Open, End, Put), "s", "'last' comes before 'put', which takes the file, so it isn't what confirms the upload" },
        {
            Steps(Open, Put, With(Put, "stepId: put", "stepId: more")),
            "s", "'put' and 'more' both take the file, and a call sends it once"
        },
        {
            Steps(Open, Put, End, With(End, "last", "seal")),
            "s", "'last' and 'seal' both take what 'first' gives, so which of them confirms the upload isn't known"
        },
        {
            Steps(Open, "- { stepId: in, operationId: login }", Put),
            "{", "'in' takes nothing that 'first' gives, so what it does in the upload isn't known"
        },
        {
            Steps(Open, Put, "- { stepId: in, operationId: login }"),
            "{", "'in' takes nothing that 'first' gives, so what it does in the upload isn't known"
        },
        {
            Steps(Open, Put, "- { stepId: w, workflowId: other, parameters: [ { name: a, value: $steps.first.outputs.ticket } ] }"),
            "other", "'w' calls no operation, but workflowId"
        },
        {
            Steps(Open, Put, With(End, "outputs.ticket", "outputs.tickets")),
            "$steps.first.outputs.tickets", "'$steps.first.outputs.tickets' names no output of the step 'first'; did you mean 'ticket'?"
        },
        {
            Steps(Open, Put, With(End, "outputs.ticket", "outputs.head")),
            "$steps.first.outputs.head", "'$steps.first.outputs.head' stands for '$statusCode', and only members of bodies"
        },
        {
            Steps(Open, Put, With(End, "outputs.ticket", "outputs.whole")),
            "$steps.first.outputs.whole", "'$steps.first.outputs.whole' stands for '$response.body', and only members of bodies"
        },
        {
            Steps(Open, Look, Put, Ended("requestBody: { payload: { note: $steps.look.outputs.status } }")),
            "$steps.look.outputs.status", "'$steps.look.outputs.status' is of the step 'look', and only what 'first' gives"
        },
        {
            Steps(Open, Put, Ended("requestBody: { payload: { note: $steps.nix.outputs.status } }")),
            "$steps.nix.outputs.status", "'$steps.nix.outputs.status' names no step of the workflow"
        },
        {
            Steps(Open, Put, Ended("requestBody: { payload: { note: $steps.last.outputs.status } }")),
            "$steps.last.outputs.status", "'$steps.last.outputs.status' is of a step that doesn't come before"
        },
        {
            Steps(Open, Put, Ended("requestBody: { payload: { note: $response.body#/status } }")),
            "$response.body#/status", "no step of a call can be told '$response.body#/status'"
        },
        {
            Steps(Open, Put, Ended("requestBody: { payload: { note: 'n-{$inputs.n}' } }")),
            "'n-{$inputs.n}'", "'n-{$inputs.n}' has expressions in a text, and a step of a call is told either"
        },
        {
            Steps(Open, Put, Ended("requestBody: { payload: $inputs.body }")),
            "$inputs.body", "'last' gets its body from one expression, and a call tells each member of it"
        },
        { Steps(Open, Put, Ended("requestBody: { payload: '<x/>' }")), "'<x/>'", "the payload is no JSON object" },
        {
            Steps(Open, Put, Ended("requestBody: { payload: {}, replacements: [ { target: $.note, targetSelectorType: jsonpath, value: x } ] }")),
            "$.note", "'$.note' is no JSON pointer to a member of the payload"
        },
        {
            Steps(Open, Put, Ended("requestBody: { payload: {}, replacements: [ { target: /about/key, value: x } ] }")),
            "/about/key", "'/about/key' leads nowhere in the payload"
        },
        {
            Steps(Open, Put, Ended("requestBody: { payload: { note: { context: $steps.first.outputs.whole, selector: /a/b, type: xpath } } }")),
            "note", "the selector '/a/b' selects by xpath"
        },
        {
            Steps(Open, Put, With(End, "name: ticket, in: path", "name: tickets, in: path")),
            "{", "'end' has no parameter 'tickets' in path"
        },
        {
            Steps(Open, Put, Ended("onSuccess: [ { name: again, type: goto, stepId: put } ]")),
            "{", "after 'last' it goes to 'put', and a call does one step after the other"
        },
        {
            Steps(Open, Put, Ended("onSuccess: [ { name: end, type: end, criteria: [ { condition: $statusCode == 200 } ] } ]")),
            "{", "what comes after 'last' depends on its answer"
        },
        { Steps(Open + "\n  onSuccess: [ { name: end, type: end } ]\n", Put, End), "{", "it ends with 'first', before the upload does" },
        {
            Steps(Open, Put, Ended("successCriteria: [ { condition: $response.body#/status == 'ok' } ]")),
            "{", "'last' succeeds if $response.body#/status == 'ok'"
        },
        { Steps(Open, Put, Ended("dependsOn: [ later ]")), "later", "'last' depends on 'later', which is no step before it" },
        { Steps(Open, Put, Ended("onFailure: [ { name: f, type: goto, stepId: dorp } ]")), "dorp", "it has no step 'dorp'" },
        {
            Steps(Open, Put, Ended("onFailure: [ { name: f, type: goto, workflowId: other } ]")),
            "other", "when a step fails, it goes on with another workflow"
        },
        {
            Steps(Open, With(Put, "method: PUT", "method: PATCH")),
            "PATCH", "a file goes to a URL by PUT or by POST, and 'put' says 'PATCH'"
        },
        {
            Steps(Open, Put + "\n  parameters: [ { name: x-acl, in: header, value: private } ]"),
            "{", "'x-acl' goes with the file, and only headers that the answer gives can"
        },
        {
            Steps(With(Open, "operationId: open", "operationId: open\n  requestBody: { payload: { kind: $steps.put.outputs.x } }"), Put),
            "$steps.put.outputs.x", "'$steps.put.outputs.x' stands for nothing before the upload is open"
        },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task A_workflow_that_cannot_be_bound_is_told(string steps, string at, string message)
    {
        var run = WorkflowRun.Of(steps);

        var diagnostic = Assert.Single(await run.Run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken), found => found.Id == "UPG008");
        var text = Message(diagnostic);
        Assert.StartsWith($"'{WorkflowRun.Path}': the workflow 'fill' can't be bound: {message}", text, StringComparison.Ordinal);
        Assert.EndsWith("Nothing of it is taken, and what isn't stated elsewhere is recognized.", text, StringComparison.Ordinal);
        Assert.Equal(WorkflowRun.Path, diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(at, run.Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)[..at.Length]);
        Assert.DoesNotContain(run.Bound.Model.Flows, flow => flow is UrlFlowModel);
    }

    [Fact]
    public async Task What_the_document_does_not_have_is_said_at_the_workflows_member()
    {
        var run = WorkflowRun.Of(With(Open, "#/place", "#/nowhere") + "\n" + Put + "\n" + Ended("requestBody: { payload: { state: closed } }"));

        var diagnostics = (await run.Run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken)).Where(found => found.Id == "UPG008").ToList();
        Assert.All(diagnostics, found => Assert.Equal(WorkflowRun.Path, found.Location.GetLineSpan().Path));
        Assert.Contains(diagnostics, found => Said(run, found) == "$steps.first.outputs.uploadUrl"
            && Message(found).Contains("'$response.body#/nowhere' names nothing in the operation's answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_an_operation_does_not_take_is_said_at_the_workflows_member()
    {
        var run = WorkflowRun.Of(Open + "\n" + Put + "\n" + Ended("requestBody: { payload: { state: closed } }"));

        var diagnostic = Assert.Single(await run.Run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken), found => found.Id == "UPG008");
        Assert.Equal("closed", Said(run, diagnostic));
        Assert.Contains("'state' of 'end' has no value 'closed'; there are open, full", Message(diagnostic), StringComparison.Ordinal);
        Assert.NotNull(run.Flow);
    }

    [Fact]
    public async Task How_the_file_goes_is_no_guess()
    {
        var run = WorkflowRun.Of(Open + "\n" + End);

        var diagnostic = Assert.Single(await run.Run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken), found => found.Id == "UPG008");
        Assert.Contains("nothing says whether the file goes to place by PUT or in a form", Message(diagnostic), StringComparison.Ordinal);
        Assert.Equal("open", Said(run, diagnostic));
    }

    [Fact]
    public void An_operation_that_the_project_leaves_out_is_told()
    {
        var metadata = new ItemMetadata("Shop").With("api.json", new Dictionary<string, string> { ["UploadGenExclude"] = "end" });
        var run = WorkflowRun.Of(Open + "\n" + Put + "\n" + End);
        var token = TestContext.Current.CancellationToken;
        var spec = SpecCache.Parse(
            SpecCache.Read(new InMemoryText("api.json", WorkflowRun.Document), metadata, token)!
                .With([SpecCache.ReadWorkflows(new InMemoryText(WorkflowRun.Path, run.Source), metadata, token)!]),
            token)!;

        var problem = Assert.Single(Binding.BoundSpec.Find(spec, token).FileProblems).Problem;
        Assert.Equal(SpecProblemKind.WorkflowNotBound, problem.Kind);
        Assert.Contains("'end' is left out by UploadGenInclude or UploadGenExclude, and a call does", problem.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_workflows_that_begin_alike_must_say_the_same()
    {
        var one = WorkflowRun.Of(Open + "\n" + Put + "\n" + End).Source;
        var again = one[one.IndexOf("  - workflowId", StringComparison.Ordinal)..].TrimEnd();

        var same = one.TrimEnd() + "\n" + With(again, "fill", "again");
        var other = one.TrimEnd() + "\n" + With(With(again, "fill", "again"), "operationId: end", "operationId: seal");

        Assert.Empty(WorkflowRun.OfText(same).Problems);
        Assert.Contains(
            "the workflow 'fill' begins with 'open', too, and says something else of it",
            Assert.Single(WorkflowRun.OfText(other).Problems),
            StringComparison.Ordinal);
    }

    /// <summary>Whatever stands where something else should, the outcome is a flow or a problem, and no exception.</summary>
    [Fact]
    public void A_workflow_that_is_damaged_anywhere_breaks_nothing()
    {
        const string whole = Open + "\n" + Put + """

              parameters: [ { reference: $components.parameters.type } ]
              onFailure: [ { reference: $components.failureActions.drop } ]
            """ + "\n" + End + """

              requestBody: { payload: { note: $inputs.n, about: { key: x } }, replacements: [ { target: /about/done, value: true } ] }
              onSuccess: [ { name: e, type: end } ]
              successCriteria: [ { condition: $statusCode == 200 } ]
              dependsOn: [ put ]
            - { stepId: drop, operationId: drop, parameters: [ { name: ticket, in: path, value: $steps.first.outputs.ticket } ] }
            """;
        var text = WorkflowRun.Of(whole, components: """
            components:
              parameters: { type: { name: Content-Type, in: header, value: text/plain } }
              failureActions: { drop: { name: d, type: goto, stepId: drop } }
            """).Source;
        var token = TestContext.Current.CancellationToken;
        var root = DocumentFormats.Find(WorkflowRun.Path)!.Parse(text, []);
        var places = Places(root).ToList();
        var read = SpecCache.Read(new InMemoryText("api.json", WorkflowRun.Document), new ItemMetadata("Shop"), token)!;

        Assert.True(places.Count > 60);
        foreach (var place in places)
        {
            foreach (var value in new[] { "null", "true", "\"$\"", "[{}]", "[[]]", "{\"a\":[]}" })
            {
                var damaged = root.DeepClone();
                var at = DocumentPointer.Find(damaged, place[..place.LastIndexOf('/')])!;
                var name = DocumentPointer.Unescape(place[(place.LastIndexOf('/') + 1)..]);
                if (at is JsonArray items)
                {
                    items[int.Parse(name, CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
                }
                else
                {
                    at[name] = JsonNode.Parse(value);
                }

                var workflows = SpecCache.ReadWorkflows(new InMemoryText("flows.json", damaged.ToJsonString()), new ItemMetadata("Shop"), token);
                var bound = Binding.BoundSpec.Bind(SpecCache.Parse(workflows is null ? read : read.With([workflows]), token)!, token);

                Assert.NotNull(bound.Model);
                Assert.True(
                    bound.Problems.All(problem => problem.Kind is SpecProblemKind.FlowFound or SpecProblemKind.OperationIdMissing),
                    $"{value} at {place}: {string.Join("; ", bound.Problems)}");
            }
        }
    }

    private static IEnumerable<string> Places(JsonNode? node, string pointer = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Below(DocumentPointer.Append(pointer, member.Key), member.Value)),
        JsonArray items => items.SelectMany((item, i) => Below($"{pointer}/{i}", item)),
        _ => [],
    };

    private static IEnumerable<string> Below(string pointer, JsonNode? node) => Places(node, pointer).Prepend(pointer);

    private static string Message(Microsoft.CodeAnalysis.Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static string Said(WorkflowRun run, Microsoft.CodeAnalysis.Diagnostic diagnostic)
        => run.Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
