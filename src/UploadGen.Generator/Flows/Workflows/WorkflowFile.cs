using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Workflows;
using UploadGen.Generator.Flows.Binding;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>A description of workflows, as one of its documents sees it.</summary>
internal sealed class WorkflowFile
{
    private readonly JsonObject _root;

    public WorkflowFile(FlowDocument document, WorkflowText text, JsonObject root)
    {
        _root = root;
        Text = text;
        Own = text.Apis.Where(source => text.IsOf(source, document.Path)).Select(source => source.Name).ToList();
        var operations = new WorkflowOperations(document, this);
        Workflows = Objects(root["workflows"], "/workflows").Select(workflow => Read(workflow.Node, workflow.Pointer, operations)).ToList();
    }

    public WorkflowText Text { get; }

    /// <summary>What the workflows call the document.</summary>
    public IReadOnlyList<string> Own { get; }

    public IReadOnlyList<Workflow> Workflows { get; }

    /// <summary>An object of a list, or what it refers to in <c>components</c>, with where that stands.</summary>
    public IEnumerable<(JsonObject Node, string Pointer)> Reusable(JsonNode? list, string pointer, string kind)
    {
        foreach (var (node, place) in Objects(list, pointer))
        {
            var name = StepNodes.Text(node["reference"]) is { } reference ? ComponentName(reference, kind) : null;
            if (name is null || DocumentPointer.Find(_root, Component(kind, name)) is not JsonObject component)
            {
                yield return (node, place);
                continue;
            }

            var found = (JsonObject)component.DeepClone();
            if (node["value"] is { } value)
            {
                found["value"] = value.DeepClone();
            }

            yield return (found, node.ContainsKey("value") ? place : Component(kind, name));
        }
    }

    /// <summary>A step's own parameters, and those of the workflow that it doesn't have itself.</summary>
    public IEnumerable<(JsonObject Node, string Pointer, bool IsShared)> Parameters(Workflow workflow, WorkflowStep step)
    {
        const string Kind = "parameters";
        var own = Reusable(step.Node[Kind], $"{step.Pointer}/{Kind}", Kind).ToList();
        var shared = Reusable(workflow.Node[Kind], $"{workflow.Pointer}/{Kind}", Kind)
            .Where(parameter => !own.Exists(other => IsSame(other.Node, parameter.Node)));
        return own.Select(parameter => (parameter.Node, parameter.Pointer, false))
            .Concat(shared.Select(parameter => (parameter.Node, parameter.Pointer, true)));
    }

    /// <summary>The objects of a list.</summary>
    public static IEnumerable<(JsonObject Node, string Pointer)> Objects(JsonNode? list, string pointer)
        => (list as JsonArray ?? [])
            .Select((node, i) => (Node: node as JsonObject, Pointer: $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}"))
            .Where(item => item.Node is not null)
            .Select(item => (item.Node!, item.Pointer));

    private static string Component(string kind, string name) => DocumentPointer.Append("/components/" + kind, name);

    private static string? ComponentName(string reference, string kind)
    {
        var start = $"$components.{kind}.";
        return reference.StartsWith(start, StringComparison.Ordinal) ? reference.Substring(start.Length) : null;
    }

    private static bool IsSame(JsonObject one, JsonObject other)
        => StepNodes.Text(one["name"]) == StepNodes.Text(other["name"]) && StepNodes.Text(one["in"]) == StepNodes.Text(other["in"]);

    private static Workflow Read(JsonObject node, string pointer, WorkflowOperations operations)
        => new(
            StepNodes.Text(node["workflowId"]) ?? "",
            pointer,
            node,
            Objects(node["steps"], pointer + "/steps")
                .Select(step => new WorkflowStep(StepNodes.Text(step.Node["stepId"]) ?? "", step.Pointer, step.Node, operations.Find(step.Node, step.Pointer)))
                .ToList());
}
