using System.Text.Json.Nodes;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>A workflow as a statement about the flow that an operation opens.</summary>
/// <param name="Create">The operation.</param>
/// <param name="Node">The statement, as <c>x-uploadgen</c> would say it.</param>
/// <param name="Written">Where its members stand in the file, by their pointers in the statement.</param>
internal sealed record WorkflowStatement(OperationModel Create, JsonObject Node, IReadOnlyDictionary<string, string> Written);
