using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Sending;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Says what is known of a flow that no call is made of, what is open, and the statement that would settle it.</summary>
internal sealed class OpenFlowText(FlowDocument document, MemberPath url, FoundSending sending, FoundCompletion completion)
{
    public override string ToString() => string.Join("; and ", Open()) + ". " + Way();

    private IEnumerable<string> Open()
    {
        if (!sending.IsKnown)
        {
            yield return sending.Evidence;
        }

        if (completion.Open is { } open)
        {
            yield return open;
        }
    }

    private string Way()
        => sending.Way == SendWay.Other
            ? "Its operations are generated, and no call that does all; where the URL takes one plain request after all, say " + Statement()
            : "Its operations are generated, and no call that does all; say " + Statement();

    /// <summary>The statement, of which the caller has to choose the method or the operation where those are open.</summary>
    private string Statement()
    {
        var members = sending.Choice is { } choice ? new List<string> { choice.Statement } : [];
        members.Add($"\"url\": \"{url.Expression}\"");
        if (sending.Texts is { } texts)
        {
            members.Add($"\"headers\": \"{texts.Expression}\"");
        }

        if (sending is { IsKnown: false, Protocol: { } protocol })
        {
            members.Add($"\"protocol\": \"{StatedSending.Word(protocol)}\"");
        }
        else if (!sending.IsKnown)
        {
            members.Add("\"method\": \"PUT\"");
        }

        var steps = new StatedSteps(document);
        members.Add($"\"confirm\": {steps.Confirm(completion.Step?.Operation, completion.Open is not null, completion.Candidates)}");
        var choices = sending.IsKnown ? []
            : sending.Protocol == UploadProtocol.Tus ? ["\"endpoint\" in place of \"url\", where an upload is created there"]
            : sending.Protocol is not null ? []
            : sending.Texts is null ? new[] { "\"POST\" for a form" }
            : ["fields and \"POST\" for a form; neither, if they don't go with the file"];
        var others = string.Join(", ", choices.Concat(completion.Open is null ? [] : steps.Otherwise(completion.Candidates)));
        return $"\"{FlowStatement.Extension}\": {{ {string.Join(", ", members)} }}{(others.Length == 0 ? "" : $" ({others})")}";
    }
}
