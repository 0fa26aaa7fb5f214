using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Statements;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>Writes the statement that says what a workflow says, and notes where each member of it comes from.</summary>
internal sealed class WorkflowStatementWriter
{
    private readonly WorkflowStep _opening;
    private readonly WorkflowRequests _requests;
    private readonly Action<WorkflowProblem> _report;
    private readonly WorkflowExpressions _expressions;
    private readonly WorkflowRequest _request;
    private readonly JsonObject _statement = [];
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    public WorkflowStatementWriter(Workflow workflow, WorkflowStep opening, WorkflowRequests requests, Action<WorkflowProblem> report)
    {
        (_opening, _requests, _report) = (opening, requests, report);
        _request = requests.Read(opening);
        var inputs = _request.All
            .Select(argument => (Input: WorkflowExpressions.Input(argument.Value), argument.Expression))
            .Where(told => told is { Input: not null, Expression: not null })
            .GroupBy(told => told.Input!, StringComparer.Ordinal)
            .ToDictionary(told => told.Key, told => told.First().Expression!, StringComparer.Ordinal);
        _expressions = new WorkflowExpressions(workflow, opening, inputs);
    }

    public WorkflowStatement Write(UploadRoles roles)
    {
        Open();
        Facts();
        Url(roles.Send);
        if (roles.Send is { Operation: not null } send)
        {
            Step("send", send);
        }

        if (roles.Confirm is { } confirm)
        {
            Step("confirm", confirm);
        }
        else if (roles.Send is not null)
        {
            // The workflow goes past the file, and nothing confirms it there.
            _statement["confirm"] = false;
        }

        Later("abort", roles.Abort);
        Later("recover", roles.Recover);
        Own();
        return new WorkflowStatement(_opening.Operation!, _statement, _written);
    }

    /// <summary>What is the same in every upload. What comes from the workflow's inputs is asked of the caller.</summary>
    private void Open()
    {
        var open = new JsonObject();
        foreach (var argument in _request.All.Where(argument => !StepNodes.Texts(argument.Value).Any(text => text.Contains("$inputs."))))
        {
            if (StepNodes.Texts(argument.Value).FirstOrDefault(text => FlowExpression.IsExpression(text) || text.Contains("{$")) is { } expression)
            {
                _report(new WorkflowProblem(argument.Pointer, $"'{expression}' stands for nothing before the upload is open"));
                continue;
            }

            var member = argument.In.Length == 0 ? "requestBody" : "parameters";
            (open[member] ??= new JsonObject()).AsObject()[argument.Key] = argument.Value?.DeepClone();
            Note($"/open/{member}", argument.Key, argument.Pointer);
        }

        if (open.Count > 0)
        {
            _statement["open"] = open;
        }
    }

    /// <summary>Inputs whose names say that they are facts of the file.</summary>
    private void Facts()
    {
        foreach (var argument in _request.All)
        {
            if (WorkflowExpressions.Input(argument.Value) is { } input && FileRoleName.Find(input) is { } fact && argument.Expression is { } expression
                && !_statement.ContainsKey(fact.Member))
            {
                _statement[fact.Member] = expression;
                Note("", fact.Member, argument.Pointer);
            }
        }
    }

    /// <summary>Where the file goes: what a step to a URL says or, where no step takes the file, an output that is called after it.</summary>
    private void Url(WorkflowStep? send)
    {
        if (send is { Target.Kind: StepKind.Url })
        {
            var (url, problem) = _expressions.Translate(send.Target.Written, send);
            Put("url", url, problem, send.Target.Pointer);
            Method(send);
            return;
        }

        var outputs = send is null ? UploadShape.UrlOutputs(_opening) : [];
        if (outputs.Count == 1)
        {
            var pointer = DocumentPointer.Append(_opening.Pointer + "/outputs", outputs[0]);
            var (url, problem) = _expressions.Output(outputs[0]);
            Put("url", url, problem, pointer);
        }
    }

    private void Method(WorkflowStep send)
    {
        var pointer = send.Pointer + "/x-operation/method";
        var method = StepNodes.Text(DocumentPointer.Child(send.Node["x-operation"], "method"))?.ToUpperInvariant();
        var type = StepNodes.Text(DocumentPointer.Child(send.Node["requestBody"], "contentType")) ?? "";
        var protocol = method switch
        {
            "PUT" => "put",
            "POST" => type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ? "form" : "post",
            _ => null,
        };
        Put("protocol", protocol, protocol is null ? $"a file goes to a URL by PUT or by POST, and '{send.Id}' says '{method}'" : null, pointer);
        foreach (var (node, place) in WorkflowFile.Objects(send.Node["parameters"], send.Pointer + "/parameters"))
        {
            if (StepNodes.Text(node["name"]) is { } name && !name.StartsWith("content-", StringComparison.OrdinalIgnoreCase))
            {
                _report(new WorkflowProblem(
                    place,
                    $"'{name}' goes with the file, and only headers that the answer gives can: say \"{FlowStatement.Extension}\": {{ \"headers\": "
                        + $"\"$response.body#/…\" }} on the step '{_opening.Id}'"));
            }
        }
    }

    /// <summary>A step that is told something.</summary>
    private void Step(string member, WorkflowStep step)
    {
        var told = Target(member, step);
        var request = _requests.Read(step);
        if (request.Whole is not null && member != "send")
        {
            _report(new WorkflowProblem(request.BodyPointer, $"'{step.Id}' gets its body from one expression, and a call tells each member of it"));
        }

        foreach (var argument in request.All)
        {
            var (value, problem) = _expressions.Translate(argument.Value, step);
            if (problem is not null)
            {
                _report(new WorkflowProblem(argument.Pointer, problem));
                continue;
            }

            var kind = argument.In.Length == 0 ? "requestBody" : "parameters";
            (told[kind] ??= new JsonObject()).AsObject()[argument.Key] = value;
            Note($"/{member}/{kind}", argument.Key, argument.Pointer);
        }
    }

    /// <summary>A step that is done when another fails.</summary>
    private void Later(string member, WorkflowStep? step)
    {
        if (step is null)
        {
            return;
        }

        if (step.Operation is null)
        {
            _report(new WorkflowProblem(step.Target.Pointer, $"'{step.Id}' is done when a step fails, and it calls no operation of this document"));
            return;
        }

        Step(member, step);
        if (_statement[member]!.AsObject().Remove("requestBody"))
        {
            _report(new WorkflowProblem(step.Pointer, $"'{step.Id}' is done when a step fails, and it can be told nothing in its body then"));
        }
    }

    private JsonObject Target(string member, WorkflowStep step)
    {
        var path = DocumentPointer.Escape(Uri.EscapeDataString(step.Operation!.Path)).Replace("%2F", "~1");
        var told = new JsonObject { ["operationRef"] = $"#/paths/{path}/{step.Operation.HttpMethod.ToLowerInvariant()}" };
        _statement[member] = told;
        Note("", member, step.Target.Pointer);
        return told;
    }

    /// <summary>What the opening step says in <c>x-uploadgen</c> counts before the rest.</summary>
    private void Own()
    {
        if (_opening.Node[FlowStatement.Extension] is { } own and not JsonObject)
        {
            var problem = $"'{FlowStatement.Extension}' of the step '{_opening.Id}' is neither an object nor false, but {own.ToJsonString()}";
            _report(new WorkflowProblem($"{_opening.Pointer}/{FlowStatement.Extension}", problem));
        }

        foreach (var member in _opening.Node[FlowStatement.Extension] as JsonObject ?? [])
        {
            _statement[member.Key] = member.Value?.DeepClone();
            var place = DocumentPointer.Append("", member.Key);
            _written.Keys.Where(key => key == place || key.StartsWith(place + "/", StringComparison.Ordinal)).ToList().ForEach(key => _written.Remove(key));
            Note("", member.Key, DocumentPointer.Append($"{_opening.Pointer}/{FlowStatement.Extension}", member.Key));
        }
    }

    private void Put(string member, JsonNode? value, string? problem, string pointer)
    {
        if (problem is not null)
        {
            _report(new WorkflowProblem(pointer, problem));
            return;
        }

        _statement[member] = value;
        Note("", member, pointer);
    }

    private void Note(string place, string member, string pointer) => _written[DocumentPointer.Append(place, member)] = pointer;
}
