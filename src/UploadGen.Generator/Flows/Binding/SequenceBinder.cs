using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>
/// Finds out whether one call can send a file to an operation of the API and complete the upload. What the document leaves open is no matter for a guess: the
/// upload then stays a matter of its operations.
/// </summary>
internal sealed class SequenceBinder(FlowDocument document)
{
    public FoundSession Bind(FoundSequence flow)
    {
        if (Asked(flow) is { } asked)
        {
            document.ReportNotBound(flow.Create, $"{asked}. Its operations are generated, and no call that does all; say {Statement(flow)}");
            return new OpenSequence(flow, asked);
        }

        return Unsendable(flow) is { } missing ? new OpenSequence(flow, missing) : flow;
    }

    /// <summary>What a statement would settle.</summary>
    private string? Asked(FoundSequence flow)
        => flow.Sends.Count > 1 ? $"{string.Join(" and ", flow.Sends.Select(send => $"'{send.Id}'"))} each take the file"
            : flow.Opening.OpenConfirm is { } open ? open
            : !flow.IsStated && PartSign(flow) is { } sign
                ? $"{sign} says that the file can go in parts, and whether '{flow.Send.Operation.Id}' takes all of it isn't told"
            : null;

    private static string Statement(FoundSequence flow)
    {
        var confirm = flow.Opening.Confirm is { Operation.Id: var id } ? $"{{ \"operationId\": \"{id}\" }}"
            : flow.Opening.OpenConfirm is null ? "false"
            : "{ \"operationId\": \"…\" }";
        var none = flow.Opening.OpenConfirm is null ? "" : " (confirm: false if nothing completes it)";
        return $"\"{FlowStatement.Extension}\": {{ \"send\": {{ \"operationId\": \"{flow.Send.Operation.Id}\" }}, \"confirm\": {confirm} }}{none}";
    }

    /// <summary>A count or size of parts, told when the upload is opened.</summary>
    private string? PartSign(FoundSequence flow)
        => (document.Request(flow.Create)?.Properties ?? [])
            .Concat(flow.Opening.Session.Properties)
            .FirstOrDefault(property => PartMembers.IsCount(property.JsonName, property.Type) || PartMembers.IsSize(property))
            ?.JsonName;

    /// <summary>Why the operation can't be handed the file as a whole.</summary>
    private static string? Unsendable(FoundSequence flow)
    {
        var send = flow.Send.Operation;
        var files = send.MethodParameters.OfType<FileParameterModel>().ToList();
        return flow.Protocol is SendProtocol.Tus or SendProtocol.Ranges or SendProtocol.Blocks ? $"'{send.Id}' takes it by a protocol of its own"
            : send.HttpMethod == "PATCH" ? $"'{send.Id}' is a PATCH, which may change a range of what is there"
            : files.Count != 1 || files[0].Type is not FileType ? $"'{send.Id}' takes more than one file"
            : send.Parameters.FirstOrDefault(parameter => parameter.IsRequired && PartMembers.FactOf(parameter) is not null) is { } fact
                ? $"'{send.Id}' wants {fact.WireName}, as parts have it"
            : send.Result?.AsNonNullable() is FileType ? $"'{send.Id}' answers with a file"
            : null;
    }
}
