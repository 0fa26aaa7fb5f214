using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Finds uploads that are opened, then get their file in an operation of the API, and are completed: such an operation is no upload by itself.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="isOpening">Whether an operation's answer has a URL that a file goes to.</param>
internal sealed class SequenceFlows(FlowDocument document, Func<OperationModel, bool> isOpening)
{
    private static readonly string[] Contents =
    [
        "content", "contents", "data", "binary", "bytes", "file", "upload", "send", "blob", "raw", "media", "body", "append", "transfer",
    ];
    private static readonly string[] Starts = [.. UploadWords.Begins.Except(UploadWords.Stages)];
    private static readonly string[] Transfers = [.. UploadWords.Parts, .. Contents];

    private readonly List<OperationModel> _takers = document.Operations.Where(WholeFlows.TakesFile).ToList();
    private readonly List<OperationModel> _sends =
        document.Operations.Where(operation => WholeFlows.TakesFile(operation) && operation.Path.Contains("{")).ToList();

    public IReadOnlyList<FoundSequence> Find()
        => _takers.Count == 0 ? [] : document.Operations.Select(create => Find(create) ?? FindByKey(create)).OfType<FoundSequence>().ToList();

    /// <summary>
    /// The operation that takes a file with a key that another answers with, in its query, headers or form: it sends what that opened, or a part of it.
    /// </summary>
    private FoundSequence? FindByKey(OperationModel create)
    {
        if (create.HttpMethod != "POST" || WholeFlows.TakesFile(create) || document.Answer(create) is not { } answer)
        {
            return null;
        }

        var session = new SessionMembers(document, answer);
        var sends = _takers.Select(send => Send(create, session, send)).OfType<FoundStep>().ToList();
        return sends.Count == 0 ? null
            : new FoundSequence(Opening(create, answer, session, id: null), sends[0], sends.ConvertAll(send => send.Operation)) { IsByKey = true };
    }

    private static FoundStep? Send(OperationModel create, SessionMembers session, OperationModel send)
    {
        var keys = new SessionKeys(create, session);
        var isSame = create.Path == send.Path && create.HttpMethod != send.HttpMethod;
        var inputs = send.Parameters
            .Where(parameter => parameter.In is ParameterIn.Query or ParameterIn.Header)
            .Select(parameter => (parameter.WireName, parameter.Name, parameter.Type, IsParameter: true))
            .Concat(((send.Body as FormBodyModel)?.Fields ?? []).Select(field => (field.WireName, field.Name, field.Type, IsParameter: false)));
        var argument = inputs
            .Where(input => !create.Parameters.Any(said => said.WireName == input.WireName))
            .Where(input => isSame || UploadWords.Split(input.WireName).Intersect(UploadWords.Uploads).Any())
            .Where(input => FlowMembers.IsIdentifier(input.WireName))
            .Select(input => keys.Find(input.WireName, input.Type) is { } key ? new FoundArgument(input.Name, input.IsParameter, new SessionOrigin(key)) : null)
            .FirstOrDefault(found => found is not null);
        return argument is null ? null : new FoundStep(send, [argument]);
    }

    /// <summary>The operations that take the file of what another one opens.</summary>
    public IReadOnlyList<OperationModel> Takers(OperationModel create)
        => Middles(create).Select(middle => middle.Send).Concat(FindByKey(create)?.Sends.Where(send => send.Path == create.Path) ?? []).Distinct().ToList();

    /// <summary>Whether an operation is one of several that the same path has for the beginning, the middle and the end of an upload.</summary>
    public bool IsStage(OperationModel operation)
    {
        var parent = Parent(operation);
        var beside = document.Operations.Where(other => other.HttpMethod != "GET" && Parent(other) == parent && parent.Length > 0).ToList();
        return CompletionPaths.Says(operation.Path, [.. Transfers, .. UploadWords.Begins, .. UploadWords.Confirms])
            && beside.Exists(other => CompletionPaths.Says(other.Path, UploadWords.Begins))
            && beside.Exists(other => CompletionPaths.Says(other.Path, UploadWords.Confirms));
    }

    /// <summary>Whether an operation takes the file of what another makes, by their paths: <c>/files</c>, <c>/files/{id}/content</c>.</summary>
    public static bool IsOfFile(OperationModel create, OperationModel send)
        => new CompletionPaths(create).BelowId(send) is { } below && IsMiddle(create, send, below, opensUpload: false);

    private FoundSequence? Find(OperationModel create)
    {
        var middles = Middles(create);
        if (middles.Count == 0 || document.Answer(create) is not { } answer)
        {
            return null;
        }

        var session = new SessionMembers(document, answer);
        if (new SessionArguments(document, create, session).SessionId(middles[0].Below.Id) is not { } id)
        {
            return null;
        }

        return new FoundSequence(
            Opening(create, answer, session, id),
            new FoundStep(middles[0].Send, [FoundArgument.Parameter(middles[0].Below.Id.Name, new SessionOrigin(id))]),
            middles.Select(middle => middle.Send).ToList());
    }

    private FoundOpening Opening(OperationModel create, RecordModel answer, SessionMembers session, MemberPath? id)
    {
        var completion = new CompletionSearch(document, create, session, isOpening).Find();
        return new FoundOpening(create, answer, id, Roles(create), completion.Step, new AbortPairing(document, create, session).Find())
        {
            ConfirmEvidence = completion.Evidence,
            OpenConfirm = completion.Open,
            ConfirmCandidates = completion.Candidates,
        };
    }

    private List<(OperationModel Send, BelowId Below)> Middles(OperationModel create)
    {
        if (create.HttpMethod != "POST" || _sends.Count == 0 || WholeFlows.TakesFile(create) || Fetches(create))
        {
            return [];
        }

        var paths = new CompletionPaths(create);
        var below = _sends
            .Select(send => (Send: send, Below: paths.BelowId(send)!))
            .Where(send => send.Below is not null)
            .ToList();
        return below.Count == 0 ? below
            : below.FindAll(send => IsMiddle(create, send.Send, send.Below, opensUpload: IsUpload(create) || Roles(create).Exists(TellsOfFile)));
    }

    private List<FoundRole> Roles(OperationModel create) => FlowRoles.Find(document, create, []).ToList();

    /// <summary><c>PUT /uploads/{id}</c>, <c>/uploads/{id}/content</c>; <c>/files/{id}/content</c>. A pet's picture is an upload by itself.</summary>
    private static bool IsMiddle(OperationModel create, OperationModel send, BelowId below, bool opensUpload)
    {
        var isContent = below.Segments.Count == 1 || (below.Segments.Count == 2 && UploadWords.Split(below.Segments[1]).All(Contents.Contains));
        var isOfFile = (below.Segments.Count == 2 || IsCalledUpload(send))
            && UploadWords.Split(LastWord(create)).Select(UploadWords.Singular).Any(UploadWords.Files.Contains);
        return isContent && (opensUpload || isOfFile);
    }

    private static bool IsCalledUpload(OperationModel send) => UploadWords.Split(send.Id).Intersect(UploadWords.Uploads).Any();

    /// <summary>Whether it takes the file from a URL that it is given.</summary>
    private bool Fetches(OperationModel create)
        => (document.Request(create)?.Properties ?? []).Any(property => property.IsRequired && UploadUrlSignals.IsUrl(property));

    /// <summary>Whether something of a file is told. Everything has a name.</summary>
    private static bool TellsOfFile(FoundRole role) => role.Role is FileRole.Size or FileRole.MediaType || role.Name is not ("Name" or "name");

    /// <summary>Whether an upload is what it opens: its path ends with the word. An invoice's or a ticket's file is only a part of it.</summary>
    private static bool IsUpload(OperationModel create) => UploadWords.Split(LastWord(create)).Intersect(UploadWords.Uploads).Any();

    /// <summary>What a path ends with, before a word that only begins it: <c>media</c> in <c>/media/initialize</c>.</summary>
    private static string LastWord(OperationModel operation)
        => operation.Path.Split('/')
            .LastOrDefault(segment => segment.Length > 0 && segment[0] != '{' && !UploadWords.Split(segment).All(Starts.Contains)) ?? "";

    private static string Parent(OperationModel operation) => operation.Path.Substring(0, Math.Max(0, operation.Path.TrimEnd('/').LastIndexOf('/')));
}
