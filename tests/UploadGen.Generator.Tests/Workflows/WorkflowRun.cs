using UploadGen.Generator.Model;
using UploadGen.Generator.Tests.Flows;

namespace UploadGen.Generator.Tests.Workflows;

/// <summary>
/// A document whose names say nothing of where a file goes, and workflows that do: what is bound, what is said in the file of the workflows, and that the
/// code compiles.
/// </summary>
internal sealed class WorkflowRun
{
    public const string Path = "flows.arazzo.yaml";

    private static readonly string Ticket = FlowRun.PathParameter("ticket");

    /// <summary>An operation that opens an upload, and others.</summary>
    public static readonly string Document = Spec.Document($$"""
        {
          "/crates": { "post": { "operationId": "open", "parameters": [ { "name": "mode", "in": "query", "schema": { "type": "string" } } ],
            "requestBody": { "required": true, {{Content("""
              "title": { "type": "string" }, "weight": { "type": "integer" }, "kind": { "type": "string" }, "folder": { "type": "string" },
              "way": { "type": "string", "enum": ["one", "many"] }, "meta": { "type": "object", "properties": { "by": { "type": "string" } } }
              """)}} },
            "responses": { "201": { "description": "Opened", {{Content("""
              "place": { "type": "string" }, "ticket": { "type": "string" }, "other": { "type": "string" },
              "deep": { "type": "object", "properties": { "key": { "type": "string" } } }
              """)}} } } } },
          {{FlowRun.Operation("/crates/{ticket}/end", "end", Ticket, """
            { "type": "object", "properties": {
              "note": { "type": "string" }, "state": { "type": "string", "enum": ["open", "full"] }, "bytes": { "type": "integer" },
              "about": { "type": "object", "properties": { "key": { "type": "string" }, "done": { "type": "boolean" } } } } }
            """)}},
          {{FlowRun.Operation("/crates/{ticket}/seal", "seal", Ticket)}},
          {{FlowRun.Operation("/drop/{ticket}", "drop", Ticket, method: "delete")}},
          {{FlowRun.Operation("/look/{ticket}", "look", Ticket, method: "get")}},
          {{FlowRun.Operation("/login", "login")}},
          "/again/{ticket}": { "post": { "operationId": "again", "parameters": [ {{Ticket}} ],
            "responses": { "200": { "description": "Signed", {{Content("\"url\": { \"type\": \"string\" }")}} } } } },
          "/uploads": { "post": { "operationId": "openUpload",
            "responses": { "201": { "description": "Opened", {{Content("\"ticket\": { \"type\": \"string\" }")}} } } } },
          "/take/{ticket}": { "put": { "operationId": "take", "parameters": [ {{Ticket}} ],
            "requestBody": { "required": true, "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
            "responses": { "204": { "description": "Taken" } } } },
          "/nameless/{ticket}": { "post": { "parameters": [ {{Ticket}} ], "responses": { "204": { "description": "Done" } } } }
        }
        """);

    private static string Content(string properties)
        => $$""" "content": { "application/json": { "schema": { "type": "object", "properties": { {{properties}} } } } } """;

    private WorkflowRun(string workflows, string path, string source)
    {
        Run = GeneratorRun.Of([new InMemoryText("api.json", Document), new InMemoryText(path, workflows)]).AssertCompiles();
        Bound = BoundDocument.Bind(new InMemoryText("api.json", Document), null, new InMemoryText(path, workflows));
        Source = source;
    }

    public GeneratorRun Run { get; }

    public BoundDocument Bound { get; }

    public string Source { get; }

    /// <summary>The flow that <c>open</c> opens.</summary>
    public UrlFlowModel Flow => Assert.Single(Bound.Model.Flows.OfType<UrlFlowModel>(), flow => Named(flow.Opening.Create.Operation) == "open");

    /// <summary>What is said in the file of the workflows, and where.</summary>
    public IReadOnlyList<string> Problems => Bound.InFiles.Select(found => found.Problem.Arguments[found.Problem.Arguments.Count - 1]).ToList();

    /// <summary>A file of one workflow.</summary>
    /// <param name="steps">Its steps, each a list item.</param>
    /// <param name="more">More members of the workflow.</param>
    /// <param name="components">The file's components.</param>
    /// <param name="version">The version of Arazzo.</param>
    public static WorkflowRun Of(string steps, string more = "", string components = "", string version = "1.0.1")
    {
        var text = $"""
            arazzo: {version}
            info: {"{"} title: Crates, version: "1" {"}"}
            sourceDescriptions:
              - {"{"} name: crates, url: ./api.json, type: openapi {"}"}
            workflows:
              - workflowId: fill
                inputs: {"{"} type: object {"}"}
            {Indented(more, "    ")}
                steps:
            {Indented(steps, "      ")}
            {components}
            """;
        return new WorkflowRun(text, Path, text);
    }

    public static WorkflowRun OfText(string text, string path = Path) => new(text, path, text);

    private string Named(OperationKey key) => Bound.Model.Operations.Single(operation => operation.Key == key).Id;

    private static string Indented(string text, string by) => string.Join("\n", text.ReplaceLineEndings("\n").Split('\n').Select(line => by + line));
}
