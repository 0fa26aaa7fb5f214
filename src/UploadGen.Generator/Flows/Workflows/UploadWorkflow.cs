using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>Makes of a workflow that is an upload the statement that says the same.</summary>
internal sealed class UploadWorkflow
{
    private readonly Workflow _workflow;
    private readonly UploadShape _shape;
    private readonly WorkflowRequests _requests;
    private readonly WorkflowActions _actions;
    private readonly List<WorkflowProblem> _problems = [];

    public UploadWorkflow(FlowDocument document, WorkflowFile file, Workflow workflow, Func<OperationModel, bool> isOpening)
    {
        _workflow = workflow;
        _shape = new UploadShape(file, workflow, isOpening);
        _requests = new WorkflowRequests(document, file, workflow, _problems.Add);
        _actions = new WorkflowActions(file, workflow, _problems.Add);
    }

    /// <summary>Why it can't be bound.</summary>
    public IReadOnlyList<WorkflowProblem> Problems => _problems;

    /// <summary>The statement; null where the workflow is no upload, or can't be bound.</summary>
    public WorkflowStatement? Read()
    {
        if (IsDenied(_workflow.Node))
        {
            return null;
        }

        if (_workflow.Steps.FirstOrDefault(step => step.Target.Kind == StepKind.Unknown) is { Target: var unknown } && IsUpload())
        {
            Report(unknown.Pointer, unknown.Problem!);
            return null;
        }

        if (_shape.Opening() is not { } opening || IsDenied(opening.Node) || Roles(opening) is not { } roles)
        {
            return null;
        }

        if (opening != _workflow.Steps[0])
        {
            Report(_workflow.Steps[0].Pointer, $"'{opening.Id}' opens the upload, and steps before it are none of the call; begin the workflow with it");
            return null;
        }

        var statement = new WorkflowStatementWriter(_workflow, opening, _requests, _problems.Add).Write(roles);
        return _problems.Count == 0 ? statement : null;
    }

    /// <summary>Whether it is said to be no upload.</summary>
    private static bool IsDenied(JsonObject node) => node[FlowStatement.Extension]?.GetValueKind() == JsonValueKind.False;

    private bool IsUpload() => _shape.SaysUpload() || _shape.Opening() is not null;

    /// <summary>Which step does what; null where the workflow says nothing that an upload could be made of, or something that can't be.</summary>
    private UploadRoles? Roles(WorkflowStep opening)
    {
        var after = _workflow.Steps.SkipWhile(step => step != opening).Skip(1).ToList();
        var sends = after.Where(step => UploadShape.IsSend(step) && _shape.Takes(step, opening)).ToList();
        var onFailure = _actions.OnFailure(_workflow.Steps, "goto").Concat(_actions.OnFailure(_workflow.Steps, "retry")).ToList();
        var others = after.Where(step => !UploadShape.IsSend(step) && !onFailure.Contains(step)).ToList();
        var confirms = others.Where(step => step.Writes && _shape.Takes(step, opening)).ToList();
        if (sends.Count == 0 && confirms.Count == 0 && !UploadShape.HasStatement(opening))
        {
            // It is opened, and what is done then doesn't say how the upload goes on.
            return Unbindable(others, opening);
        }

        var (send, confirm) = (sends.FirstOrDefault(), confirms.FirstOrDefault());
        var isStated = DocumentPointer.Child(opening.Node[FlowStatement.Extension], "confirm") is not null;
        CheckRoles(opening, sends, confirms, isStated);
        var untied = after.Find(step => UploadShape.IsSend(step) && !_shape.Takes(step, opening));
        if (untied is not null)
        {
            Report(untied.Pointer, $"'{untied.Id}' takes a file, and nothing that '{opening.Id}' gives");
        }

        CheckOthers(opening, confirm ?? send ?? opening, others, isEndKnown: confirm is not null || isStated);
        var done = new[] { opening, send, confirm }.OfType<WorkflowStep>().ToList();
        _actions.Check(done);
        return new UploadRoles(
            opening, send, isStated ? null : confirm, One(_actions.OnFailure(done, "goto")), One(_actions.OnFailure(done, "retry")));
    }

    /// <summary>Steps that want the same place in the upload, or the place of another.</summary>
    private void CheckRoles(WorkflowStep opening, List<WorkflowStep> sends, List<WorkflowStep> confirms, bool isStated)
    {
        if (sends.Count > 1)
        {
            Report(sends[1].Pointer, $"'{sends[0].Id}' and '{sends[1].Id}' both take the file, and a call sends it once");
        }

        if (sends.Count > 0 && confirms.Count > 0 && _workflow.IsBefore(confirms[0], sends[0]))
        {
            Report(confirms[0].Pointer, $"'{confirms[0].Id}' comes before '{sends[0].Id}', which takes the file, so it isn't what confirms the upload");
        }

        if (confirms.Count > 1 && !isStated)
        {
            Report(
                confirms[1].Pointer,
                $"'{confirms[0].Id}' and '{confirms[1].Id}' both take what '{opening.Id}' gives, so which of them confirms the upload isn't known; "
                    + $"say \"{FlowStatement.Extension}\": {{ \"confirm\": {{ \"operationId\": \"…\" }} }} on the step '{opening.Id}'");
        }
    }

    /// <summary>A step that does something in the upload that the call doesn't.</summary>
    /// <param name="opening">The step that opens the upload.</param>
    /// <param name="last">The last that is known to belong to it.</param>
    /// <param name="others">The steps that take no file.</param>
    /// <param name="isEndKnown">Whether it is known what confirms the upload, so that later steps have nothing to do with it.</param>
    private void CheckOthers(WorkflowStep opening, WorkflowStep last, List<WorkflowStep> others, bool isEndKnown)
    {
        foreach (var step in others.Where(step => step != last))
        {
            var isBetween = _workflow.IsBefore(step, last);
            if (step.Target.Kind is StepKind.Foreign or StepKind.LeftOut or StepKind.Other)
            {
                if (isBetween || (!isEndKnown && _shape.Takes(step, opening)))
                {
                    ReportElsewhere(step);
                }
            }
            else if (step.Writes && !_shape.Takes(step, opening) && (isBetween || !isEndKnown))
            {
                Report(step.Pointer, $"'{step.Id}' takes nothing that '{opening.Id}' gives, so what it does in the upload isn't known");
            }
        }
    }

    /// <summary>A workflow that opens an upload and goes on elsewhere can't be followed there.</summary>
    private UploadRoles? Unbindable(List<WorkflowStep> others, WorkflowStep opening)
    {
        if (others.Find(step => _shape.Takes(step, opening) && step.Target.Kind is StepKind.Foreign or StepKind.LeftOut) is { } step)
        {
            ReportElsewhere(step);
        }

        return null;
    }

    private void ReportElsewhere(WorkflowStep step)
    {
        var (kind, written) = (step.Target.Kind, step.Target.Written);
        var elsewhere = kind == StepKind.Foreign ? $"'{written}' is of another document" : $"'{step.Id}' calls no operation, but {written}";
        var what = step.Target.Problem ?? elsewhere;
        Report(step.Target.Pointer, what + ", and a call does operations of one document");
    }

    private WorkflowStep? One(IReadOnlyList<WorkflowStep> steps)
    {
        if (steps.Count > 1)
        {
            Report(steps[1].Pointer, $"'{steps[0].Id}' and '{steps[1].Id}' are both done when a step fails, and a call does one");
        }

        return steps.Count == 0 ? null : steps[0];
    }

    private void Report(string pointer, string problem) => _problems.Add(new WorkflowProblem(pointer, problem));
}

/// <summary>Which step of a workflow does what in an upload.</summary>
/// <param name="Opening">Opens it.</param>
/// <param name="Send">Takes the file, if a step does.</param>
/// <param name="Confirm">Confirms it, if a step does.</param>
/// <param name="Abort">Gives it up.</param>
/// <param name="Recover">Gives it another URL.</param>
internal sealed record UploadRoles(WorkflowStep Opening, WorkflowStep? Send, WorkflowStep? Confirm, WorkflowStep? Abort, WorkflowStep? Recover);
