using System.Text.Json.Nodes;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>A workflow, as it is written.</summary>
/// <param name="Id">Its <c>workflowId</c>.</param>
/// <param name="Pointer">Where it stands.</param>
/// <param name="Node">What is said of it.</param>
/// <param name="Steps">Its steps, in their order.</param>
internal sealed record Workflow(string Id, string Pointer, JsonObject Node, IReadOnlyList<WorkflowStep> Steps)
{
    /// <summary>A step before another one.</summary>
    public bool IsBefore(WorkflowStep step, WorkflowStep other) => Steps.TakeWhile(candidate => candidate != other).Contains(step);

    public WorkflowStep? Step(string? id) => Steps.FirstOrDefault(step => step.Id == id);
}

/// <summary>A step of a workflow.</summary>
/// <param name="Id">Its <c>stepId</c>.</param>
/// <param name="Pointer">Where it stands.</param>
/// <param name="Node">What is said of it.</param>
/// <param name="Target">What it calls.</param>
internal sealed record WorkflowStep(string Id, string Pointer, JsonObject Node, StepTarget Target)
{
    public OperationModel? Operation => Target.Operation;

    /// <summary>Whether it may change something: what only reads doesn't belong to an upload.</summary>
    public bool Writes => Target.Kind == StepKind.Operation && Operation!.HttpMethod is not ("GET" or "HEAD" or "OPTIONS");
}

internal enum StepKind
{
    /// <summary>An operation of the document.</summary>
    Operation,

    /// <summary>A URL that a step before gave.</summary>
    Url,

    /// <summary>An operation of another document.</summary>
    Foreign,

    /// <summary>An operation that the project leaves out.</summary>
    LeftOut,

    /// <summary>An operation that is nowhere.</summary>
    Unknown,

    /// <summary>No operation: another workflow, a channel.</summary>
    Other,
}

/// <summary>What a step calls.</summary>
/// <param name="Kind">What that is.</param>
/// <param name="Written">How it is named there.</param>
/// <param name="Pointer">Where it is named.</param>
/// <param name="Operation">The operation of the document.</param>
/// <param name="Problem">Why it is nowhere, or why it can't be called.</param>
internal sealed record StepTarget(StepKind Kind, string Written, string Pointer, OperationModel? Operation = null, string? Problem = null);

/// <summary>Why a workflow can't be bound.</summary>
/// <param name="Pointer">Where that stands.</param>
internal sealed record WorkflowProblem(string Pointer, string Text);
