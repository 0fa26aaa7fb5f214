using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>
/// Finds out what it takes to send a file's parts and to put them together. What a step wants and the document leaves open is no matter for a guess: the
/// upload then stays a matter of its operations.
/// </summary>
internal sealed class PartsBinder(FlowDocument document)
{
    private readonly PartUrlsBinder _urls = new(document);
    private readonly PartOperationBinder _operations = new(document);

    public FoundSession Bind(FoundParts flow)
    {
        if (flow.Opening.Confirm is not { } confirm)
        {
            return flow.Opening.OpenConfirm is { } open ? Ask(flow, open)
                : flow is FoundPartUrls { Opening.IsComplete: true } whole ? _urls.Bind(whole, confirm: null)
                : new OpenParts(flow, Uncompleted(flow));
        }

        return flow switch
        {
            FoundPartUrls urls => _urls.Bind(urls, confirm),
            FoundPartOperation operation => _operations.Bind(operation, confirm),
            _ => throw new ArgumentOutOfRangeException(nameof(flow)),
        };
    }

    /// <summary>What is said where nothing completes the upload. That nothing has to is for the document to state.</summary>
    private static string Uncompleted(FoundParts flow)
        => flow is FoundPartUrls
            ? $"nothing completes it (say \"{FlowStatement.Extension}\": {{ \"confirm\": false }} where it is complete when all parts are there)"
            : "nothing completes it";

    /// <summary>What a statement would settle.</summary>
    private OpenParts Ask(FoundParts flow, string open)
    {
        var steps = new StatedSteps(document);
        var parts = flow switch
        {
            FoundPartUrls { Given: { } given } => $"\"parts\": {{ \"urls\": \"{(given.List ?? given.UrlMember).Expression}\" }}",
            FoundPartUrls { Ask: { } ask } => $"\"parts\": {{ \"sign\": {steps.Of(ask.Step.Operation)} }}",
            FoundPartOperation operation => $"\"send\": {steps.Of(operation.Send.Operation)}, \"protocol\": \"parts\"",
            _ => throw new ArgumentOutOfRangeException(nameof(flow)),
        };
        var confirm = steps.Confirm(confirm: null, isOpen: true, flow.Opening.ConfirmCandidates);
        document.ReportNotBound(
            flow.Create,
            $"{open}. Its operations are generated, and no call that does all; say \"{FlowStatement.Extension}\": {{ {parts}, \"confirm\": {confirm} }} "
                + $"({string.Join(", ", steps.Otherwise(flow.Opening.ConfirmCandidates))})");
        return new OpenParts(flow, open, IsAsked: true);
    }
}
