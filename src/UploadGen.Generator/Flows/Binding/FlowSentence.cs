using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Says in one sentence what was recognized as a flow, and what comes of it.</summary>
internal sealed class FlowSentence(FlowDocument document, FoundFlow found, FlowModel flow)
{
    public override string ToString() => found switch
    {
        FoundSession session => Opens(session),
        { Create.Body: FormBodyModel } => "is an upload in one request, a form with the file in it",
        _ => "is an upload in one request, the file as its body",
    };

    private string Opens(FoundSession session)
    {
        var opening = session.Opening;
        var (what, abort) = session switch
        {
            FoundUrl => ("an upload", ""),
            FoundSequence or OpenSequence => ("an upload", Abort(opening.Abort)),
            _ => ("an upload in parts", Abort(opening.Abort)),
        };
        return $"opens {what}: {Target(session)}{Presence(session)}{Confirm(opening)}{abort}{Roles(opening)}{Asked(opening)}. {Call()}";
    }

    private string Call() => flow switch
    {
        SessionFlowModel { Call.MethodName: var method } => $"{method} does it in one call",
        OpenFlowModel { Missing: var missing } => $"Its operations are generated; no method does it in one call, since {missing}",
        _ => "",
    };

    private static string Target(FoundSession session) => session switch
    {
        FoundAnswered answered => Sent(answered),
        FoundUrl url => Sent(url) + Why(url.Evidence),
        FoundSequence sequence => Sent(sequence),
        OpenSequence { Found: var open } => Sent(open),
        KnownPartUrls known => PartUrls(known.Given, known.Ask, known.Headers),
        KnownPartOperation known => PartOperation(known.Send),
        OpenParts { Found: FoundPartUrls open } => PartUrls(open.Given, open.Ask, open.Headers),
        OpenParts { Found: FoundPartOperation open } => PartOperation(open.Send),
        _ => throw new ArgumentOutOfRangeException(nameof(session)),
    };

    private static string Presence(FoundSession session)
    {
        if ((session as FoundUrl)?.Presence is not { } presence)
        {
            return "";
        }

        var names = presence.Flags.Select(flag => flag.Path).Append(presence.State).OfType<MemberPath>().Select(path => path.JsonName).ToList();
        return names.Count == 0 || presence.IsMeantByLack
            ? ", unless there is no URL, since the API has it then"
            : $", unless there is no URL and {string.Join(" or ", names)} says that the API has it";
    }

    private static string Sent(FoundSequence sequence) => $"the file goes to '{sequence.Send.Operation.Id}'";

    private static string Sent(FoundUrl url) => url switch
    {
        FoundPost { Fields: { } fields } post => $"the file is POSTed to {post.Url.JsonName} behind the fields in {fields.JsonName}{Headers(post.Headers)}",
        FoundPost post => $"the file is POSTed to {post.Url.JsonName} in a form{Headers(post.Headers)}",
        FoundPostFile post => $"the file is POSTed to {post.Url.JsonName} as it is{Headers(post.Headers)}",
        FoundAnswered sent =>
            $"the file is sent to {sent.Url.JsonName} by the method in {sent.Method.Path.JsonName}{Fields(sent.Fields)}{Headers(sent.Headers)}",
        FoundPut put => $"the file is PUT to {put.Url.JsonName}{Headers(put.Headers)}",
        FoundProtocol sent => $"the file goes to {sent.Url.JsonName} {How(sent)}{Headers(sent.Headers)}",
        _ => throw new ArgumentOutOfRangeException(nameof(url)),
    };

    private static string How(FoundProtocol sent) => sent.Protocol switch
    {
        UploadProtocol.Tus when sent.IsEndpoint => "by the tus protocol, which creates an upload there",
        UploadProtocol.Tus => "by the tus protocol",
        UploadProtocol.ContentRanges => "in ranges (Content-Range, answered by 308)",
        UploadProtocol.ExpectedRanges => "in ranges (Content-Range, answered by 202 with nextExpectedRanges)",
        UploadProtocol.HttpResumable => "as a resumable upload of HTTP",
        _ => "as Azure's storage takes blobs, in blocks where it is large",
    };

    private static string PartUrls(PartItemsModel? given, FoundAsk? ask, MemberPath? headers)
        => given is null
            ? $"its parts go to the URLs that '{ask!.Step.Operation.Id}' gives, {(ask.Batch > 1 ? "several at a time" : "one by one")}{Headers(headers)}"
            : $"its parts go to the URLs in {given.JsonName}{Headers(headers)}";

    private static string PartOperation(FoundStep send) => $"its parts go to '{send.Operation.Id}'";

    private static string Fields(MemberPath? fields) => fields is null ? "" : $" behind the fields in {fields.JsonName}, if there are any";

    private static string Headers(MemberPath? headers) => headers is null ? "" : $" with the headers in {headers.JsonName}";

    private static string Confirm(FoundOpening opening)
    {
        if (opening.Confirm is not { } confirm)
        {
            return opening.OpenConfirm is { } open ? $", and {open}" : ", nothing confirms it";
        }

        var taken = confirm.SessionMembers.Select(member => member.JsonName).Distinct().ToList();
        return $", '{confirm.Operation.Id}' confirms it" + (taken.Count == 0 ? "" : " with " + string.Join(" and ", taken)) + Why(opening.ConfirmEvidence);
    }

    private static string Why(string evidence) => evidence.Length == 0 ? "" : $" ({evidence})";

    private static string Abort(FoundStep? abort) => abort is null ? "" : $", '{abort.Operation.Id}' gives it up";

    private string Roles(FoundOpening opening)
    {
        var digests = opening.Digests.Where(digest => digest.Form is not null).Select(digest => digest.WireName);
        var names = opening.Roles.Select(role => document.WireName(opening.Create, role)).Concat(digests).Distinct().ToList();
        return names.Count == 0 ? "" : $"; the file itself tells {string.Join(", ", names)}";
    }

    /// <summary>Digests of which the document doesn't tell how they are made and written.</summary>
    private static string Asked(FoundOpening opening)
    {
        var names = opening.Digests.Where(digest => digest.Form is null).Select(digest => digest.WireName).Distinct().ToList();
        return names.Count == 0 ? "" : $"; the caller tells {string.Join(", ", names)}, unless a digest states how it is made and written";
    }
}
