using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Sending;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Binds uploads that begin with an answer that says where the file goes.</summary>
internal sealed class SessionFlows(FlowDocument document)
{
    private readonly Dictionary<OperationKey, bool> _openings = [];

    public FoundSession? Find(OperationModel create, FlowStatement? statement)
    {
        if (document.Answer(create) is not { } answer)
        {
            if (statement is not null)
            {
                document.ReportNotBound(create, "its answer is no JSON object, so there is no URL in it. Take x-uploadgen away");
            }

            return null;
        }

        var session = new SessionMembers(document, answer);
        var member = statement?.Url is null ? Recognize(create, session) : session.All.FirstOrDefault(known => known.Path == statement.Url);
        var url = statement?.Url ?? member?.Path;
        if (url is null)
        {
            if (statement is not null)
            {
                document.ReportNotBound(
                    create,
                    "x-uploadgen states a flow, and no member of the answer is known to be its URL. Add url: \"$response.body#/…\"");
            }

            return null;
        }

        if (member?.List == SessionList.Files || IsByFileName(url))
        {
            document.ReportNotBound(
                create,
                $"{url.JsonName} is a URL for each of several files, and a flow uploads one. Send each file to its URL, or say x-uploadgen: false");
            return null;
        }

        var sending = new UrlSending(document, create, session, url, statement);
        if (sending.Problem() is { } problem)
        {
            document.ReportNotBound(create, problem);
            return null;
        }

        var identified = session.WithId(statement?.Id);
        var completion = Completion(create, statement, identified);
        var roles = FlowRoles.Find(document, create, statement?.Roles ?? []).ToList();
        var abort = new AbortPairing(document, create, identified).Find();
        var opening = new FoundOpening(create, answer, statement?.Id, roles, completion.Step, abort) { ConfirmEvidence = completion.Evidence };
        if (url.Type is ListType or MapType || member?.List == SessionList.Parts)
        {
            return new FoundPartUrls(opening, url, sending.Headers);
        }

        var way = Way(create, session, member, statement, sending);
        if (way.IsKnown && completion.Open is null)
        {
            return sending.Bind(opening, RecordedSize(opening), way);
        }

        document.ReportNotBound(create, new OpenFlowText(url, way, completion).ToString());
        return null;
    }

    /// <summary>Whether an operation's answer has a URL that a file goes to.</summary>
    public bool IsOpening(OperationModel operation)
    {
        if (!_openings.TryGetValue(operation.Key, out var isOpening))
        {
            isOpening = document.Answer(operation) is { } answer && Recognize(operation, new SessionMembers(document, answer)) is not null;
            _openings.Add(operation.Key, isOpening);
        }

        return isOpening;
    }

    /// <summary>How the file goes to its URL: as is stated, or as the signs say. What is stated without a method is meant to be PUT.</summary>
    private FoundSending Way(OperationModel create, SessionMembers session, AnswerMember? member, FlowStatement? statement, UrlSending sending)
    {
        if (statement is { Method: not null } or { MethodMember: not null } or { IsForm: not null } || member is null)
        {
            return new FoundSending(statement?.IsForm == true ? SendWay.Form : SendWay.Put, "it is stated");
        }

        var found = new SendingSigns(document, new UploadUrlCandidate(Facts(create), session, member)).Find(sending.Fields, sending.Headers);
        return statement is not null && found.Way == SendWay.Open ? new FoundSending(SendWay.Put, "x-uploadgen says no other method") : found;
    }

    /// <summary>URLs by name are for a file each; those of parts say so.</summary>
    private static bool IsByFileName(MemberPath url)
        => url.Type is MapType && !UploadWords.Split(url.JsonName).Intersect(UploadWords.Parts).Any();

    /// <summary>The size in the confirmation's answer, if it is called as in the request that announced it: then it speaks of the same.</summary>
    private MemberPath? RecordedSize(FoundOpening opening)
    {
        if (opening.Role(FileRole.Size) is not { IsParameter: false } announced
            || opening.Confirm is not { } confirm
            || document.Answer(confirm.Operation) is not { } answer)
        {
            return null;
        }

        var name = document.Request(opening.Create)!.Properties.First(property => property.Name == announced.Name).JsonName;
        var recorded = answer.Properties.FirstOrDefault(property => property.JsonName == name && FlowMembers.RoleOf(property) == FileRole.Size);
        return recorded is null ? null : MemberPath.To(answer, recorded);
    }

    private CreateFacts Facts(OperationModel create) => new(create, document.Request(create));

    private AnswerMember? Recognize(OperationModel create, SessionMembers session)
    {
        var facts = Facts(create);
        return session.All
            .Where(candidate => UploadUrlSignals.IsUrl(candidate.Property) || UploadUrlSignals.IsEndpoint(candidate))
            .Select(candidate => (Member: candidate, Score: UploadUrlSignals.Score(new UploadUrlCandidate(facts, session, candidate))))
            .Where(candidate => candidate.Score is not null)
            .OrderByDescending(candidate => candidate.Score)
            .Select(candidate => candidate.Member)
            .FirstOrDefault();
    }

    private FoundCompletion Completion(OperationModel create, FlowStatement? statement, SessionMembers session)
    {
        if (statement?.HasNoConfirm == true)
        {
            return FoundCompletion.None;
        }

        if (statement?.Confirm is { } stated)
        {
            return Stated(create, stated, session, "as is stated");
        }

        var links = ConfirmStatement.Links(document, create);
        return links.Count switch
        {
            0 => new CompletionSearch(document, create, session, IsOpening).Find(),
            1 => Stated(create, links[0], session, "as a link says"),
            _ => new FoundCompletion(Step: null, Open: "its answer links to more than one operation that could complete it"),
        };
    }

    private FoundCompletion Stated(OperationModel create, ConfirmStatement statement, SessionMembers session, string evidence)
        => new(new StatedConfirm(document, create, session).Bind(statement), evidence);
}
