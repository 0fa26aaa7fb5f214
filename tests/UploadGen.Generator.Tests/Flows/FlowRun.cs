using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>A small document around an operation that may open an upload: its flows, what is said about them, and its code, which compiles.</summary>
internal sealed class FlowRun
{
    private FlowRun(string json)
    {
        Run = GeneratorRun.Of(json).AssertCompiles();
        var text = SpecCache.Read(new InMemoryText("api.json", json), new ItemMetadata("Shop"), TestContext.Current.CancellationToken)!;
        var bound = BoundSpec.Of(SpecCache.Parse(text, TestContext.Current.CancellationToken)!, TestContext.Current.CancellationToken);
        Flows = bound.Model!.Flows;
        Found = Messages(bound, SpecProblemKind.FlowFound);
        NotBound = Messages(bound, SpecProblemKind.FlowNotBound);
    }

    public GeneratorRun Run { get; }

    public IReadOnlyList<FlowModel> Flows { get; }

    /// <summary>What UPG007 says.</summary>
    public IReadOnlyList<string> Found { get; }

    /// <summary>What UPG008 says.</summary>
    public IReadOnlyList<string> NotBound { get; }

    public string Client => string.Concat(Run.Files.Where(file => file.Key.Contains("Client", StringComparison.Ordinal)).Select(file => file.Value));

    /// <param name="answer">The properties of the create operation's answer.</param>
    /// <param name="request">The properties of its request.</param>
    /// <param name="more">More members of the operation, such as <c>x-uploadgen</c>.</param>
    /// <param name="paths">More paths.</param>
    /// <param name="path">The path of the create operation.</param>
    /// <param name="required">The members that the answer must have.</param>
    /// <param name="links">The links of the answer.</param>
    public static FlowRun Of(
        string answer, string request = """ "filename": { "type": "string" }, "size": { "type": "integer" } """, string more = "", string paths = "",
        string path = "/files", string required = "[]", string links = "")
        => OfPaths($$"""
            "{{path}}": { "post": { "operationId": "openUpload", {{more}}
              "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "required": ["filename"], "properties": { {{request}} } } } } },
              "responses": { "201": { "description": "Opened", {{links}}
                "content": { "application/json": { "schema": { "type": "object", "required": {{required}}, "properties": { {{answer}} } } } } } } } }
              {{(paths.Length == 0 ? "" : "," + paths)}}
            """);

    public static FlowRun OfPaths(string paths) => new(Spec.Document("{" + paths + "}"));

    /// <summary>An operation without a body that answers with an object.</summary>
    public static string Operation(string path, string id, string parameters = "", string body = "", string method = "post")
        => $$"""
            "{{path}}": { "{{method}}": { "operationId": "{{id}}", "parameters": [ {{parameters}} ],
              {{(body.Length == 0 ? "" : $$""" "requestBody": { "required": true, "content": { "application/json": { "schema": {{body}} } } },""")}}
              "responses": { "200": { "description": "Done", "content": { "application/json": { "schema": { "type": "object", "properties": { "status": { "type": "string" } } } } } } } } }
            """;

    public static string PathParameter(string name) => $$"""{ "name": "{{name}}", "in": "path", "required": true, "schema": { "type": "string" } }""";

    private static List<string> Messages(BoundSpec bound, SpecProblemKind kind)
        => bound.Problems.Where(problem => problem.Kind == kind).Select(problem => problem.Arguments[1]).ToList();
}
