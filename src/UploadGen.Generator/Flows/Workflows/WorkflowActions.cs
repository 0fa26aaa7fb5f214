using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>
/// What a workflow says of the way from step to step. A call does one step after the other: what branches, loops or waits for something else can't be
/// part of it. What is done when a step fails can give the upload up, or get it another URL; retries are the engine's own.
/// </summary>
internal sealed class WorkflowActions(WorkflowFile file, Workflow workflow, Action<WorkflowProblem> report)
{
    private static readonly Regex OfStatus = new(@"^\s*\$statusCode\s*(==|!=|<=?|>=?)\s*'?\d+'?(\s*(&&|\|\|)\s*\$statusCode\s*(==|!=|<=?|>=?)\s*'?\d+'?)*\s*$");

    /// <summary>Reports what no call does of a workflow up to its last step.</summary>
    /// <param name="steps">The steps that a call does.</param>
    public void Check(IReadOnlyList<WorkflowStep> steps)
    {
        if (workflow.Node["dependsOn"] is JsonArray { Count: > 0 })
        {
            Report(workflow.Pointer + "/dependsOn", "it depends on other workflows, which no call does before");
        }

        CheckFailures(steps);
        foreach (var step in steps)
        {
            CheckOrder(step);
            CheckCriteria(step);
            foreach (var (action, pointer) in Actions(step, "onSuccess", "successActions"))
            {
                CheckSuccess(step, action, pointer, isLast: step == steps[steps.Count - 1]);
            }
        }
    }

    /// <summary>The steps that are done when one of these fails: those it goes to, or those it does before it is tried again.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="type"><c>goto</c> or <c>retry</c>.</param>
    public IReadOnlyList<WorkflowStep> OnFailure(IEnumerable<WorkflowStep> steps, string type)
        => Failures(steps, type).Select(action => workflow.Step(StepNodes.Text(action.Node["stepId"]))).OfType<WorkflowStep>().Distinct().ToList();

    private IEnumerable<(JsonObject Node, string Pointer)> Failures(IEnumerable<WorkflowStep> steps, string type)
        => steps.SelectMany(step => Actions(step, "onFailure", "failureActions")).Where(action => Is(action.Node, type));

    private void CheckFailures(IReadOnlyList<WorkflowStep> steps)
    {
        foreach (var (action, pointer) in Failures(steps, "goto").Concat(Failures(steps, "retry")))
        {
            if (action["workflowId"] is not null)
            {
                Report(pointer + "/workflowId", "when a step fails, it goes on with another workflow, and no call does that");
            }
            else if (StepNodes.Text(action["stepId"]) is { } id && workflow.Step(id) is null)
            {
                Report(pointer + "/stepId", $"it has no step '{id}'{NearestName.Question(id, workflow.Steps.Select(step => step.Id), "")}");
            }
        }
    }

    private static bool Is(JsonObject action, string type) => StepNodes.Text(action["type"]) == type;

    /// <summary>The step's own actions, and those of the workflow that have other names.</summary>
    private IEnumerable<(JsonObject Node, string Pointer)> Actions(WorkflowStep step, string member, string kind)
    {
        var own = file.Reusable(step.Node[member], $"{step.Pointer}/{member}", kind).ToList();
        var shared = file.Reusable(workflow.Node[kind], $"{workflow.Pointer}/{kind}", kind);
        return own.Concat(shared.Where(action => !own.Exists(other => StepNodes.Text(other.Node["name"]) == StepNodes.Text(action.Node["name"]))));
    }

    private void CheckSuccess(WorkflowStep step, JsonObject action, string pointer, bool isLast)
    {
        var next = workflow.Steps.SkipWhile(candidate => candidate != step).Skip(1).FirstOrDefault();
        var goesOn = Is(action, "goto") && StepNodes.Text(action["stepId"]) is { } id && id == next?.Id;
        if (action["criteria"] is JsonArray { Count: > 0 })
        {
            Report(pointer, $"what comes after '{step.Id}' depends on its answer, and a call does one step after the other");
        }
        else if (!goesOn && !(isLast && Is(action, "end")))
        {
            var target = StepNodes.Text(action["stepId"]) ?? StepNodes.Text(action["workflowId"]);
            Report(
                pointer,
                target is null
                    ? $"it ends with '{step.Id}', before the upload does"
                    : $"after '{step.Id}' it goes to '{target}', and a call does one step after the other");
        }
    }

    private void CheckCriteria(WorkflowStep step)
    {
        foreach (var (node, pointer) in WorkflowFile.Objects(step.Node["successCriteria"], step.Pointer + "/successCriteria"))
        {
            var condition = StepNodes.Text(node["condition"]) ?? "";
            var isOfStatus = node.ContainsKey("context") ? StepNodes.Text(node["context"]) == "$statusCode" : OfStatus.IsMatch(condition);
            if (!isOfStatus)
            {
                Report(pointer, $"'{step.Id}' succeeds if {condition}, and a call asks for nothing but the status that the document describes");
            }
        }
    }

    private void CheckOrder(WorkflowStep step)
    {
        foreach (var (id, i) in (step.Node["dependsOn"] as JsonArray ?? []).Select((node, i) => (StepNodes.Text(node) ?? "", i)))
        {
            if (workflow.Step(id) is not { } earlier || !workflow.IsBefore(earlier, step))
            {
                Report($"{step.Pointer}/dependsOn/{i}", $"'{step.Id}' depends on '{id}', which is no step before it");
            }
        }
    }

    private void Report(string pointer, string problem) => report(new WorkflowProblem(pointer, problem));
}
