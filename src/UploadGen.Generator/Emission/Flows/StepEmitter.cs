using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>Steps of a flow: lambdas that call the operations' methods.</summary>
/// <param name="writer">Where they are written.</param>
/// <param name="model">Knows the operations.</param>
/// <param name="values">What the steps are told.</param>
internal sealed class StepEmitter(SourceWriter writer, ApiModel model, FlowValueText values)
{
    /// <summary>A step as an expression where it is one, else as a block that puts the request together.</summary>
    /// <param name="name">The property of the flow that gets the step.</param>
    /// <param name="parameters">The lambda's parameters.</param>
    /// <param name="step">The step.</param>
    /// <param name="givesSession">Whether the operation answers nothing, so that the session is what there is to hand on.</param>
    /// <param name="pair">The type that the session and the answer are handed on in, where both are.</param>
    public void Emit(string name, string parameters, StepModel step, bool givesSession = false, string? pair = null)
    {
        var body = step.Arguments.Select(argument => argument.Value).OfType<BodyValue>().FirstOrDefault();
        var inline = body is null ? "" : Inline(body);
        var awaits = givesSession || pair is not null || step.Arguments.Any(argument => FlowValueText.Awaits(argument.Value));
        var lambda = $"{name} = {(awaits ? "async " : "")}({parameters}) =>";
        var start = (pair is null ? "" : $"new {pair}(session, ") + (awaits ? "await " : "") + model.Operation(step.Operation).MethodName + "(";
        var end = (awaits ? ").ConfigureAwait(false)" : ")") + (pair is null ? "" : ")");
        if (inline is not null && !givesSession)
        {
            Call($"{lambda} {start}", step, inline, end + ",");
            return;
        }

        writer.Line(lambda);
        writer.Open();
        if (body is not null && inline is null)
        {
            Request(body);
        }

        Call((givesSession ? "" : "return ") + start, step, inline, end + ";");
        if (givesSession)
        {
            writer.Line("return session;");
        }

        writer.Close(",");
    }

    /// <summary>A call in one line, each argument with the name of its parameter.</summary>
    public string NamedCall(StepModel step) => $"{model.Operation(step.Operation).MethodName}({string.Join(", ", NamedArguments(step))})";

    /// <summary>The arguments of a step, each with the name of its parameter.</summary>
    public IReadOnlyList<string> NamedArguments(StepModel step)
        => [.. step.Arguments.Select(argument => $"{argument.Parameter}: {values.Inline(argument.Value)}"), "cancellationToken: ct"];

    /// <param name="start">What stands before the arguments.</param>
    /// <param name="step">The step.</param>
    /// <param name="inline">The request, unless it is a variable.</param>
    /// <param name="end">What stands behind the arguments.</param>
    private void Call(string start, StepModel step, string? inline, string end)
    {
        writer.Line(start);
        var arguments = step.Arguments.Select(argument => argument.Value is BodyValue && inline is not null ? inline : values.Write(argument.Value));
        writer.List([.. arguments, "ct"], end);
    }

    private void Request(BodyValue body)
    {
        writer.Line($"var request = {New(body, body.Members.Where(member => !member.IsConditional))};");
        foreach (var member in body.Members.Where(member => member.IsConditional))
        {
            var value = values.Write(member.Value);
            writer.Open($"if ({value} is not null)");
            writer.Line($"request = request with {{ {member.Property} = {value} }};");
            writer.Close();
            writer.Line();
        }
    }

    /// <summary>The request as one expression, where it is one.</summary>
    private string? Inline(BodyValue body)
    {
        var conditional = body.Members.Where(member => member.IsConditional).ToList();
        if (conditional.Count == 0)
        {
            return New(body, body.Members);
        }

        return conditional.Count == 1 && body.Members.Count == 1 && !body.IsRequired
            ? $"{values.Write(conditional[0].Value)} is null ? null : {New(body, conditional)}"
            : null;
    }

    private string New(BodyValue body, IEnumerable<BodyMember> members)
    {
        var list = string.Join(", ", members.Select(member => $"{member.Property} = {values.Inline(member.Value)}"));
        return list.Length == 0 ? $"new {body.Type.Name}()" : $"new {body.Type.Name} {{ {list} }}";
    }
}
