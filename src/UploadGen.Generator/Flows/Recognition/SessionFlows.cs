using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Sending;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Binds uploads that begin with an answer that says where the file goes.</summary>
internal sealed class SessionFlows
{
    private readonly FlowDocument _document;
    private readonly Completions _completions;
    private readonly PartSigners _signers;
    private readonly UnreadAnswers _unread;
    private readonly Dictionary<OperationKey, bool> _openings = [];

    public SessionFlows(FlowDocument document)
    {
        _document = document;
        _completions = new Completions(document, Opens);
        _signers = new PartSigners(document);
        _unread = new UnreadAnswers(document, Recognize);
    }

    /// <param name="create">The operation that may open an upload.</param>
    /// <param name="statement">What is stated of it.</param>
    /// <param name="takers">The operations of the API that take the file of what it opens.</param>
    public FoundSession? Find(OperationModel create, FlowStatement? statement, IReadOnlyList<OperationModel> takers)
    {
        if (_document.Answer(create) is not { } answer)
        {
            var why = statement is null ? _unread.Problem(create) : $"its answer is no JSON object, so there is no URL in it. Take {statement.Name} away";
            if (why is not null)
            {
                Report(create, statement, why);
            }

            return null;
        }

        if (statement?.Send is { } send)
        {
            return new StatedSequence(_document, _completions).Bind(create, answer, statement, send);
        }

        var session = new SessionMembers(_document, answer);
        if (statement is null && (IsRenewal(create) || _signers.IsUsed(create)))
        {
            return null;
        }

        if (statement?.Parts?.Sign is not null)
        {
            return Signed(create, answer, statement, new StatedSigner(_document, create, session).Bind(statement.Parts));
        }

        var stated = statement?.Parts?.Urls ?? statement?.Url;
        var member = stated is null ? Recognize(create, session) : session.All.FirstOrDefault(known => known.Path == stated);
        var url = stated ?? member?.Path;
        if (url is null)
        {
            if (_signers.Find(create) is { } ask)
            {
                return Signed(create, answer, statement, ask);
            }

            if (statement is not null)
            {
                Report(
                    create,
                    statement,
                    $"{statement.Name} states a flow, and no member of the answer is known to be its URL. "
                        + (statement.MeansPut ? "Add " : "Say x-uploadgen on its first step with ") + "url: \"$response.body#/…\"");
            }
            else if (Unsure(create, session) is { } unsure)
            {
                Report(create, statement, unsure.ToString());
            }
            else if (OfOnePart(create, session) is { } part)
            {
                Report(
                    create,
                    statement,
                    $"{part.Path.JsonName} is the URL for one part of a file, and which operation opens the upload isn't known. Its operations are generated, "
                        + "and no call that does all; say "
                        + $"\"x-uploadgen\": {{ \"parts\": {{ \"sign\": {new StatedSteps(_document).Of(create)} }} }} on the one that does, or "
                        + "x-uploadgen: false here");
            }

            return null;
        }

        if (member?.List == SessionList.Files || (statement?.Parts?.Urls is null && IsByFileName(url)))
        {
            Report(
                create,
                statement,
                $"{url.JsonName} is a URL for each of several files, and a flow uploads one. Send each file to its URL, or say x-uploadgen: false");
            return null;
        }

        var sending = new UrlSending(_document, create, session, url, statement);
        if (sending.Problem() is { } problem)
        {
            Report(create, statement, problem);
            return null;
        }

        if (Opening(create, answer, statement) is not var (opening, completion))
        {
            return null;
        }

        if (url.Type is ListType or MapType || member?.List == SessionList.Parts)
        {
            var items = new PartItems(_document, session);
            var given = statement?.Parts is { Urls: { } list } parts ? items.Stated(list, parts) : items.Around(url);
            if (given is null)
            {
                Report(
                    create,
                    statement,
                    $"which member of an item in {url.JsonName} is its URL isn't known. Say it as parts.url, or say x-uploadgen: false");
                return null;
            }

            return new FoundPartUrls(WithAbort(opening, statement), given, _signers.Find(create), sending.Headers) { Stated = statement?.Parts };
        }

        if (statement is not null && StatedSending.Problem(statement, url) is { } unsent)
        {
            _document.ReportNotBound(create, unsent, statement.Place.Then("protocol"));
            return null;
        }

        if (completion.Step is { } confirm && new StorageAnswers(_document).Required(confirm) is { } told)
        {
            Report(
                create,
                statement,
                $"'{confirm.Operation.Id}' must be told {told}, which only the answer to the file tells, and no call passes that on yet. "
                    + "Its operations are generated: do the steps one by one");
            return null;
        }

        var way = Way(create, session, member, statement, sending);
        var isShared = statement is null && takers.Count > 0 && way.Way != SendWay.Other && !takers.All(taker => IsStepOf(way.Protocol, taker));
        if (isShared && (IsAt(create, takers) || !Signs(create, session, member!).IsOfStorage(sending.Fields, sending.Headers)))
        {
            var open = $"'{takers[0].Id}' takes the file, too, and whether {url.JsonName} leads there, or to storage, isn't told";
            way = new FoundSending(SendWay.Open, open);
        }

        (opening, way) = new RequestChoices(_document, create).Apply(opening, way, statement);
        if (way.IsKnown && completion.Open is null)
        {
            var found = sending.Bind(opening, RecordedSize.Find(_document, opening), way);
            if (statement?.Result is not null && found is not FoundProtocol { IsAnswered: true })
            {
                _document.ReportNotBound(
                    create,
                    "result is what the last answer says to a file that goes in ranges or as a resumable upload and that nothing confirms, and this one goes otherwise. "
                        + "It is ignored",
                    statement.Place.Then(StatedResults.Member));
            }

            return found;
        }

        Report(create, statement, new OpenFlowText(_document, url, way, completion).ToString());
        return null;
    }

    /// <summary>An upload whose answer has no URL, since the parts' are asked for.</summary>
    private FoundPartUrls? Signed(OperationModel create, RecordModel answer, FlowStatement? statement, FoundAsk? ask)
        => ask is null || Opening(create, answer, statement) is not var (opening, _)
            ? null
            : new FoundPartUrls(WithAbort(opening, statement), Given: null, ask, statement?.Headers) { Stated = statement?.Parts };

    /// <summary>An upload in parts with what gives it up: storage keeps the parts of one that nobody does.</summary>
    private FoundOpening WithAbort(FoundOpening opening, FlowStatement? statement)
    {
        var session = new SessionMembers(_document, opening.Session).WithId(statement?.Id);
        return opening.Abort is not null || statement?.HasNoAbort == true
            ? opening
            : opening with { Abort = new AbortPairing(_document, opening.Create, session).FindByKeys() };
    }

    /// <summary>How an upload is opened, and what is done with it beside sending the file; null where what is stated can't be bound.</summary>
    private (FoundOpening Opening, FoundCompletion Completion)? Opening(OperationModel create, RecordModel answer, FlowStatement? statement)
    {
        var session = new SessionMembers(_document, answer).WithId(statement?.Id);
        if (_completions.Find(create, statement, session) is not { } completion)
        {
            return null;
        }

        var roles = FlowRoles.Find(_document, create, statement?.AllRoles ?? []).ToList();
        var opening = new FoundOpening(create, answer, statement?.Id, roles, completion.Step, new AbortPairing(_document, create, session).Find())
        {
            ConfirmEvidence = completion.Evidence,
            OpenConfirm = completion.Open,
            ConfirmCandidates = completion.Candidates,
            IsComplete = statement?.HasNoConfirm == true,
        };
        return (statement is null ? opening : new StatedOpening(_document, create, session).Complete(opening, statement), completion);
    }

    /// <summary>Whether an operation opens an upload, or gives URLs for one that is open: then it doesn't complete any.</summary>
    private bool Opens(OperationModel operation) => IsOpening(operation) || _signers.IsUsed(operation) || _signers.Find(operation) is not null;

    /// <summary>Whether an operation is what the protocol itself asks of the URL: tus' PATCH, which is told the offset.</summary>
    private static bool IsStepOf(UploadProtocol? protocol, OperationModel taker)
        => protocol == UploadProtocol.Tus
            && taker.HttpMethod == "PATCH"
            && taker.Parameters.Any(parameter => string.Equals(parameter.WireName, "Upload-Offset", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether one of those that take the file stands on the very path of what opens it.</summary>
    private static bool IsAt(OperationModel create, IReadOnlyList<OperationModel> takers) => takers.Any(taker => taker.Path == create.Path);

    /// <summary>The URL that an operation gives for a part, where no other gives all of them at the opening.</summary>
    private AnswerMember? OfOnePart(OperationModel create, SessionMembers session)
        => Facts(create) is { NamesPart: true, Renews: false } facts
            && create.Body is null or JsonBodyModel
            && (facts.Words.Any(word => UploadWords.Stages.Contains(word) || UploadWords.Parts.Contains(word)) || UrlProse.SaysWriting(facts.Prose))
            && !_document.Operations.Any(IsOpening)
                ? session.Single.FirstOrDefault(member => UploadUrlSignals.IsUrl(member.Property) && !UrlProse.SaysReading(member.Property.Description))
                : null;

    private UnsureUrl? Unsure(OperationModel create, SessionMembers session) => new UnsureUrls(_document, Facts(create), session).Find();

    /// <summary>What stands in another file is reported there.</summary>
    private void Report(OperationModel create, FlowStatement? statement, string problem)
        => _document.ReportNotBound(create, problem, statement?.Place.File is null ? null : statement.Place);

    /// <summary>Whether an operation's answer has a URL that a file goes to.</summary>
    public bool IsOpening(OperationModel operation)
    {
        if (!_openings.TryGetValue(operation.Key, out var isOpening))
        {
            isOpening = _document.Answer(operation) is { } answer && Recognize(operation, new SessionMembers(_document, answer)) is not null;
            _openings.Add(operation.Key, isOpening);
        }

        return isOpening;
    }

    /// <summary>Whether an operation's answer has a URL of which the document tells how the file goes there, so that it may be storage's.</summary>
    public bool TellsWay(OperationModel create)
        => _document.Answer(create) is { } answer
            && new SessionMembers(_document, answer) is var session
            && Recognize(create, session) is { } member
            && new UrlSending(_document, create, session, member.Path, statement: null) is var sending
            && Signs(create, session, member).IsTold(sending.Fields, sending.Headers);

    /// <summary>Whether an operation gives another URL for what another one opened.</summary>
    private bool IsRenewal(OperationModel create)
        => Facts(create).Renews && _document.Operations.Any(other => other != create && IsOpening(other) && !Facts(other).Renews);

    /// <summary>How the file goes to its URL: as is stated, or as the signs say. What is stated without a method is meant to be PUT.</summary>
    private FoundSending Way(OperationModel create, SessionMembers session, AnswerMember? member, FlowStatement? statement, UrlSending sending)
    {
        if (statement is not null && StatedSending.Way(statement) is { } stated)
        {
            return stated;
        }

        if (member is null)
        {
            return new FoundSending(SendWay.Put, "it is stated");
        }

        var found = Signs(create, session, member).Find(sending.Fields, sending.Headers);
        return statement is { MeansPut: true } && found.Way == SendWay.Open ? new FoundSending(SendWay.Put, "x-uploadgen says no other method") : found;
    }

    private SendingSigns Signs(OperationModel create, SessionMembers session, AnswerMember member)
        => new(_document, new UploadUrlCandidate(Facts(create), session, member));

    /// <summary>URLs by name are for a file each; those of parts say so.</summary>
    private static bool IsByFileName(MemberPath url)
        => url.Type is MapType && !UploadWords.Split(url.JsonName).Intersect(UploadWords.Parts).Any();

    private CreateFacts Facts(OperationModel create) => new(create, _document.Request(create));

    private AnswerMember? Recognize(OperationModel create, SessionMembers session)
    {
        var facts = Facts(create);
        if (facts.IsToldNumber)
        {
            return null;
        }

        return session.All
            .Where(candidate => !candidate.Property.IsHeader && (UploadUrlSignals.IsUrl(candidate.Property) || UploadUrlSignals.IsEndpoint(candidate)))
            .Select(candidate => (Member: candidate, Score: UploadUrlSignals.Score(new UploadUrlCandidate(facts, session, candidate))))
            .Where(candidate => candidate.Score is not null)
            .OrderByDescending(candidate => candidate.Score)
            .Select(candidate => candidate.Member)
            .FirstOrDefault()
            ?? (UploadHeaders.Url(_document, facts) is { } header
                ? session.Single.FirstOrDefault(member => member.Property.IsHeader && member.Property.JsonName == header)
                : null);
    }
}
