using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Binds uploads that begin with an answer that says where the file goes.</summary>
internal sealed class SessionFlows(FlowDocument document)
{
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

        if (member?.List == SessionList.Files)
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
        var roles = FlowRoles.Find(document, create, statement?.Roles ?? []).ToList();
        var confirm = Confirm(create, statement, identified);
        var opening = new FoundOpening(create, answer, statement?.Id, roles, confirm, new AbortPairing(document, create, identified).Find());
        return url.Type is ListType or MapType || member?.List == SessionList.Parts
            ? new FoundPartUrls(opening, url, sending.Headers)
            : sending.Bind(opening, RecordedSize(opening));
    }

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

    private AnswerMember? Recognize(OperationModel create, SessionMembers session)
    {
        var facts = new CreateFacts(create, document.Request(create));
        return session.All
            .Where(candidate => UploadUrlSignals.IsUrl(candidate.Property))
            .Select(candidate => (Member: candidate, Score: UploadUrlSignals.Score(new UploadUrlCandidate(facts, session, candidate))))
            .Where(candidate => candidate.Score is not null)
            .OrderByDescending(candidate => candidate.Score)
            .Select(candidate => candidate.Member)
            .FirstOrDefault();
    }

    private FoundStep? Confirm(OperationModel create, FlowStatement? statement, SessionMembers session)
    {
        if (statement?.HasNoConfirm == true)
        {
            return null;
        }

        if (statement?.Confirm is { } stated)
        {
            return new StatedConfirm(document, create, session).Bind(stated);
        }

        var links = ConfirmStatement.Links(document, create);
        if (links.Count > 1)
        {
            document.ReportNotBound(
                create,
                "its answer links to more than one operation that could confirm it."
                    + " It is bound without a confirmation; name one in x-uploadgen as confirm.operationId");
            return null;
        }

        return links.Count == 1 ? new StatedConfirm(document, create, session).Bind(links[0]) : new ConfirmPairing(document, create, session).Find();
    }
}
