using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Workflows;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>What the workflows of a project state about a document's flows.</summary>
internal sealed class WorkflowStatements
{
    private readonly FlowDocument _document;
    private readonly Dictionary<OperationKey, (string Name, WorkflowStatement Statement, StatementPlace Place)> _statements = [];

    /// <param name="document">The document.</param>
    /// <param name="isOpening">Whether an operation's answer has a URL that a file goes to.</param>
    public WorkflowStatements(FlowDocument document, Func<OperationModel, bool> isOpening)
    {
        _document = document;
        foreach (var text in document.Workflows)
        {
            document.Guard($"What '{FileName.Last(text.Path)}' says", () => Add(text, isOpening));
        }
    }

    /// <summary>What a workflow states about the flow that an operation opens.</summary>
    public FlowStatement? Find(OperationModel create)
        => _statements.TryGetValue(create.Key, out var found)
            ? StatementReader.Read(_document, create, found.Statement.Node, found.Name, found.Place)
            : null;

    private void Add(WorkflowText text, Func<OperationModel, bool> isOpening)
    {
        var duplicates = new List<DuplicateName>();
        var root = text.Format.Parse(text.Text, duplicates);
        duplicates.ForEach(name => _document.ReportWorkflow(
            text.Path, SpecProblem.At(name.Line, name.Column, SpecProblemKind.DuplicateName, name.Reason)));
        var file = new WorkflowFile(_document, text, root);
        foreach (var workflow in file.Workflows)
        {
            var upload = new UploadWorkflow(_document, file, workflow, isOpening);
            var statement = upload.Read();
            foreach (var problem in upload.Problems)
            {
                Report(text, workflow, problem);
            }

            if (statement is not null)
            {
                Add(text, workflow, statement);
            }
        }
    }

    private void Add(WorkflowText text, Workflow workflow, WorkflowStatement statement)
    {
        var name = $"the workflow '{workflow.Id}'";
        var place = new StatementPlace(workflow.Steps[0].Target.Pointer, text.Path, statement.Written);
        if (!_statements.TryGetValue(statement.Create.Key, out var other))
        {
            _statements.Add(statement.Create.Key, (name, statement, place));
        }
        else if (!JsonNode.DeepEquals(statement.Node, other.Statement.Node))
        {
            Report(text, workflow, new WorkflowProblem(place.Pointer, $"{other.Name} begins with '{statement.Create.Id}', too, and says something else of it"));
        }
    }

    private void Report(WorkflowText text, Workflow workflow, WorkflowProblem problem)
    {
        var end = problem.Text.EndsWith("?", StringComparison.Ordinal) ? "" : ".";
        var message = $"the workflow '{workflow.Id}' can't be bound: {problem.Text}{end} Nothing of it is taken, and what isn't stated elsewhere is recognized";
        _document.ReportWorkflow(text.Path, SpecProblem.At(problem.Pointer, SpecProblemKind.WorkflowNotBound, message));
    }
}
