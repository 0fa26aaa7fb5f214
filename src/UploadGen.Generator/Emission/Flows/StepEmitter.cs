using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>A step of a flow: a lambda that calls the operation's method.</summary>
internal static class StepEmitter
{
    /// <summary>A step as an expression where it is one, else as a block that puts the request together.</summary>
    public static void Emit(SourceWriter writer, string lambda, OperationModel operation, IReadOnlyList<FlowArgument> arguments, bool givesSession = false)
    {
        var request = arguments.FirstOrDefault(argument => argument.Request is not null)?.Request;
        var inline = request is null ? "" : Inline(request);
        var awaits = arguments.Any(argument => argument.Expression.StartsWith("await ", StringComparison.Ordinal));
        var (start, end) = awaits ? ("await ", ").ConfigureAwait(false)") : ("", ")");
        lambda = awaits && !givesSession ? lambda.Replace("= (", "= async (") : lambda;
        if (inline is not null && !givesSession)
        {
            Call(writer, $"{lambda} {start}{operation.MethodName}(", arguments, inline, end + ",");
            return;
        }

        writer.Line(lambda);
        writer.Open();
        if (inline is null)
        {
            Request(writer, request!);
        }

        Call(writer, $"{(givesSession ? "await " : "return " + start)}{operation.MethodName}(", arguments, inline, (givesSession ? ").ConfigureAwait(false)" : end) + ";");
        if (givesSession)
        {
            writer.Line("return session;");
        }

        writer.Close(",");
    }

    /// <param name="inline">The request, unless it is a variable.</param>
    private static void Call(SourceWriter writer, string call, IReadOnlyList<FlowArgument> arguments, string? inline, string end)
    {
        writer.Line(call);
        writer.List([.. arguments.Select(argument => argument.Request is null || inline is null ? argument.Expression : inline), "ct"], end);
    }

    private static void Request(SourceWriter writer, FlowRequest request)
    {
        writer.Line($"var request = {New(request, request.Members.Where(member => !member.IsConditional))};");
        foreach (var member in request.Members.Where(member => member.IsConditional))
        {
            writer.Open($"if ({member.Expression} is not null)");
            writer.Line($"request = request with {{ {member.Property} = {member.Expression} }};");
            writer.Close();
            writer.Line();
        }
    }

    /// <summary>The request as one expression, where it is one.</summary>
    private static string? Inline(FlowRequest request)
    {
        var conditional = request.Members.Where(member => member.IsConditional).ToList();
        if (conditional.Count == 0)
        {
            return New(request, request.Members);
        }

        return conditional.Count == 1 && request.Members.Count == 1 && !request.IsRequired
            ? $"{conditional[0].Expression} is null ? null : {New(request, conditional)}"
            : null;
    }

    private static string New(FlowRequest request, IEnumerable<FlowMember> members)
    {
        var list = string.Join(", ", members.Select(member => $"{member.Property} = {member.Expression}"));
        return list.Length == 0 ? $"new {request.Type}()" : $"new {request.Type} {{ {list} }}";
    }
}
