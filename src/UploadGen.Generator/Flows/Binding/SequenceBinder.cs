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
        if (flow.Sends.Count > 1)
        {
            return Ask(flow, $"{string.Join(" and ", flow.Sends.Select(send => $"'{send.Id}'"))} each take the file");
        }

        return Unsendable(flow) is { } missing ? new OpenSequence(flow, missing)
            : flow.Opening.OpenConfirm is { } open ? Ask(flow, open)
            : flow.IsByKey ? Ask(flow, ByKey(flow.Send))
            : !flow.IsStated && PartSign(flow) is { } sign
                ? Ask(flow, $"{sign} says that the file can go in parts, and whether '{flow.Send.Operation.Id}' takes all of it isn't told")
            : flow;
    }

    private static string ByKey(FoundStep send)
        => $"'{send.Operation.Id}' takes the file with {send.SessionMembers.First().JsonName}, and whether it takes all of it isn't told";

    /// <summary>What a statement would settle.</summary>
    private OpenSequence Ask(FoundSequence flow, string open)
    {
        document.ReportNotBound(flow.Create, $"{open}. Its operations are generated, and no call that does all; say {Statement(flow)}");
        return new OpenSequence(flow, open, IsAsked: true);
    }

    private string Statement(FoundSequence flow)
    {
        var opening = flow.Opening;
        var steps = new StatedSteps(document);
        var confirm = steps.Confirm(opening.Confirm?.Operation, opening.OpenConfirm is not null, opening.ConfirmCandidates);
        var sends = flow.Sends.Where(send => send.Key != flow.Send.Operation.Key).Select(send => "send: " + steps.Of(send));
        var others = string.Join(", ", sends.Concat(opening.OpenConfirm is null ? [] : steps.Otherwise(opening.ConfirmCandidates)));
        var statement = $"\"{FlowStatement.Extension}\": {{ \"send\": {steps.Of(flow.Send.Operation)}, \"confirm\": {confirm} }}";
        return others.Length == 0 ? statement : $"{statement} ({others})";
    }

    /// <summary>What tells of parts: a count or size of them when the upload is opened, or a word of the operation that takes the file, or of its inputs.</summary>
    private string? PartSign(FoundSequence flow)
    {
        var counts = (document.Request(flow.Create)?.Properties ?? [])
            .Concat(flow.Opening.Session.Properties)
            .Where(property => PartMembers.IsCount(property.JsonName, property.Type) || PartMembers.IsSize(property))
            .Select(property => property.JsonName);
        var send = flow.Send.Operation;
        var inputs = send.Parameters
            .Where(parameter => flow.Send.Arguments.All(argument => argument.Name != parameter.Name))
            .Select(parameter => parameter.WireName)
            .Concat((send.Body as FormBodyModel)?.Fields.Select(field => field.WireName) ?? [])
            .Where(name => PartMembers.SaysPart(UploadWords.Split(name)));
        return counts.Concat(inputs).FirstOrDefault()
            ?? (UploadWords.Split(send.Id).Intersect(UploadWords.Parts).Any() ? "its name"
                : PartMembers.SpeaksOfParts($"{send.Summary} {send.Description}") ? "its text"
                : null);
    }

    /// <summary>Why the operation can't be handed the file as a whole.</summary>
    private static string? Unsendable(FoundSequence flow)
    {
        var send = flow.Send.Operation;
        var files = send.MethodParameters.OfType<FileParameterModel>().ToList();
        return StatedSending.Protocol(flow.Protocol) is not null ? $"'{send.Id}' takes it by a protocol of its own"
            : send.HttpMethod == "PATCH" ? $"'{send.Id}' is a PATCH, which may change a range of what is there"
            : files.Count != 1 || files[0].Type is not FileType ? $"'{send.Id}' takes more than one file"
            : send.Parameters.FirstOrDefault(parameter => parameter.IsRequired && PartMembers.IsOfPart(parameter)) is { } fact
                ? $"'{send.Id}' wants {fact.WireName}, as parts have it"
            : send.Result?.AsNonNullable() is FileType or StreamType ? $"'{send.Id}' answers with a file or a stream"
            : null;
    }
}
