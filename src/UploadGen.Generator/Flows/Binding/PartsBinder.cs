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
            return flow.Opening.OpenConfirm is { } open ? Ask(flow, open) : new OpenParts(flow, "nothing completes it");
        }

        return flow switch
        {
            FoundPartUrls urls => _urls.Bind(urls, confirm),
            FoundPartOperation operation => _operations.Bind(operation, confirm),
            _ => throw new ArgumentOutOfRangeException(nameof(flow)),
        };
    }

    /// <summary>What a statement would settle.</summary>
    private OpenParts Ask(FoundParts flow, string open)
    {
        var steps = new StatedSteps(document);
        var parts = flow switch
        {
            FoundPartUrls urls => $"\"parts\": {{ \"urls\": \"{urls.Urls.Expression}\" }}",
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
