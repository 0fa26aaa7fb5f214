using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>A small document around an operation that may open an upload: its flows, what is said about them, and that its code compiles.</summary>
internal sealed class FlowRun
{
    private FlowRun(string json)
    {
        Run = GeneratorRun.Of(json).AssertCompiles();
        var bound = BoundDocument.Bind(new InMemoryText("api.json", json));
        Model = bound.Model;
        Found = Messages(bound.Found);
        NotBound = Messages(bound.NotBound);
    }

    public GeneratorRun Run { get; }

    public ApiModel Model { get; }

    public IReadOnlyList<FlowModel> Flows => Model.Flows;

    /// <summary>What UPG007 says.</summary>
    public IReadOnlyList<string> Found { get; }

    /// <summary>What UPG008 says.</summary>
    public IReadOnlyList<string> NotBound { get; }

    /// <summary>The only flow, of a certain kind.</summary>
    public T Flow<T>()
        where T : FlowModel
        => Assert.IsAssignableFrom<T>(Assert.Single(Flows));

    /// <summary>How the only flow, one to a URL, is confirmed.</summary>
    public StepModel Confirm() => Flow<UrlFlowModel>().Storage.Confirm!.Step;

    /// <summary>What an operation is in a flow.</summary>
    public OperationRoleModel? Role(string operation) => Model.FlowRoles.Find(Model.Operations.Single(candidate => candidate.Id == operation).Key);

    /// <param name="answer">The properties of the create operation's answer.</param>
    /// <param name="request">The properties of its request.</param>
    /// <param name="more">More members of the operation, such as <c>x-uploadgen</c>.</param>
    /// <param name="paths">More paths.</param>
    /// <param name="path">The path of the create operation.</param>
    /// <param name="required">The members that the answer must have.</param>
    /// <param name="links">The links of the answer.</param>
    /// <param name="says">The description of the create operation.</param>
    public static FlowRun Of(
        string answer, string request = """ "filename": { "type": "string" }, "size": { "type": "integer" } """, string more = "", string paths = "",
        string path = "/files", string required = "[]", string links = "", string says = "Send the bytes by PUT.")
        => OfPaths($$"""
            "{{path}}": { "post": { "operationId": "openUpload", "description": "{{says}}", {{more}}
              "requestBody": { "required": true, "content": { "application/json": { "schema": {
                "type": "object", "required": ["filename"], "properties": { {{request}} } } } } },
              "responses": { "201": { "description": "Opened", {{links}}
                "content": { "application/json": { "schema": { "type": "object", "required": {{required}}, "properties": { {{answer}} } } } } } } } }
              {{(paths.Length == 0 ? "" : "," + paths)}}
            """);

    public static FlowRun OfPaths(string paths) => new(Spec.Document("{" + paths + "}"));

    public static FlowRun OfDocument(string json) => new(json);

    /// <summary>An operation without a body that answers with an object.</summary>
    public static string Operation(string path, string id, string parameters = "", string body = "", string method = "post")
        => $$"""
            "{{path}}": { "{{method}}": { "operationId": "{{id}}", "parameters": [ {{parameters}} ],
              {{(body.Length == 0 ? "" : $$""" "requestBody": { "required": true, "content": { "application/json": { "schema": {{body}} } } },""")}}
              "responses": { "200": { "description": "Done", "content": { "application/json": { "schema": {
                "type": "object", "properties": { "status": { "type": "string" } } } } } } } } }
            """;

    public static string PathParameter(string name) => $$"""{ "name": "{{name}}", "in": "path", "required": true, "schema": { "type": "string" } }""";

    private static List<string> Messages(IEnumerable<SpecProblem> problems) => problems.Select(problem => problem.Arguments[1]).ToList();
}
