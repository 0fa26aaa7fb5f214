using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>Finds out whether a workflow is an upload, and which step of it does what.</summary>
/// <param name="file">The file that it stands in.</param>
/// <param name="workflow">The workflow.</param>
/// <param name="isOpening">Whether an operation's answer has a URL that a file goes to.</param>
internal sealed class UploadShape(WorkflowFile file, Workflow workflow, Func<OperationModel, bool> isOpening)
{
    private static readonly string[] Opened = [.. UploadWords.Stages, "session", "sessions"];

    /// <summary>The step that opens the upload, if one does: the first whose answer tells where the file goes, or that the file is sent to.</summary>
    public WorkflowStep? Opening()
        => workflow.Steps.FirstOrDefault(step => step.Operation is { } operation && (HasStatement(step) || SaysUrl(step) || isOpening(operation)))
            ?? Sends().Select(send => workflow.Steps.FirstOrDefault(step => IsOpenedFor(step, send))).FirstOrDefault(step => step is not null);

    /// <summary>The steps that take the file.</summary>
    public IEnumerable<WorkflowStep> Sends() => workflow.Steps.Where(step => IsSend(step));

    public static bool IsSend(WorkflowStep step)
        => step.Target.Kind == StepKind.Url || (step.Operation is { } operation && operation.HttpMethod is not "GET" && WholeFlows.TakesFile(operation));

    /// <summary>Whether a step is told something that another gives.</summary>
    public bool Takes(WorkflowStep step, WorkflowStep source)
        => file.Parameters(workflow, step)
            .Where(parameter => !parameter.IsShared || Has(step, parameter.Node))
            .Select(parameter => parameter.Node["value"])
            .Append(step.Node["requestBody"])
            .Append(step.Node["x-operation"])
            .Any(node => WorkflowExpressions.References(node).Contains(source.Id));

    /// <summary>Whether the names in a workflow say that it is an upload: an operation that is nowhere can't.</summary>
    public bool SaysUpload()
        => workflow.Steps.Select(step => step.Id + " " + step.Target.Written).Prepend(workflow.Id)
            .Any(name => UploadWords.Split(name).Intersect(UploadWords.Stages).Any());

    /// <summary>The outputs of a step whose names say that a file goes there.</summary>
    public static IReadOnlyList<string> UrlOutputs(WorkflowStep step)
        => (step.Node["outputs"] as JsonObject ?? []).Select(output => output.Key).Where(SaysUrl).ToList();

    public static bool HasStatement(WorkflowStep step) => step.Node[FlowStatement.Extension] is JsonObject;

    private static bool SaysUrl(WorkflowStep step) => step.Writes && UrlOutputs(step).Count > 0;

    private static bool SaysUrl(string output)
        => UploadWords.Split(output) is { Count: > 1 } words
            && UploadUrlSignals.SaysUrl(words[words.Count - 1])
            && words.Any(word => UploadWords.Stages.Contains(word) || word == "put");

    /// <summary>
    /// Whether a step opens what another sends the file to. A project that is made for files is no upload: its name or its path must say that it is.
    /// </summary>
    private bool IsOpenedFor(WorkflowStep step, WorkflowStep send)
        => step.Writes && step != send && !IsSend(step) && workflow.IsBefore(step, send) && Takes(send, step)
            && (send.Operation is not { } taker || Says(step.Operation!) || SequenceFlows.IsOfFile(step.Operation!, taker));

    private static bool Has(WorkflowStep step, JsonObject parameter)
        => step.Operation?.Parameters.Any(candidate => candidate.WireName == StepNodes.Text(parameter["name"])) == true;

    private static bool Says(OperationModel operation)
        => UploadWords.Split(operation.Path).Concat(UploadWords.Split(operation.Id)).Intersect(Opened).Any();
}
