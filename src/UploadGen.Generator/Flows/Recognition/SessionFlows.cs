using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Binds uploads that begin with an answer that says where the file goes.</summary>
internal sealed class SessionFlows(FlowDocument document)
{
    public FlowModel? Find(OperationModel create, FlowStatement? statement)
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
                document.ReportNotBound(create, "x-uploadgen states a flow, and no member of the answer is known to be its URL. Add url: \"$response.body#/…\"");
            }

            return null;
        }

        if (member?.List == SessionList.Files)
        {
            document.ReportNotBound(create, $"{url.JsonName} is a URL for each of several files, and a flow uploads one. Send each file to its URL, or say x-uploadgen: false");
            return null;
        }

        var beside = Beside(session, member);
        var fields = statement?.Fields ?? Path(beside, FlowMembers.Fields);
        var kind = url.Type is ListType or MapType || member?.List == SessionList.Parts ? FlowKind.Parts
            : fields is not null || statement?.IsPost == true ? FlowKind.FormPost
            : FlowKind.Presigned;
        var roles = FlowRoles.Of(document, create, statement?.Roles ?? []).ToEquatableArray();
        var identified = session.WithId(statement?.Id);
        var confirm = Confirm(create, statement, identified);
        return new FlowModel(
            "",
            kind,
            create.MethodName,
            new SessionModel(
                answer.Name,
                url,
                statement?.Headers ?? (kind == FlowKind.FormPost ? null : Path(beside, FlowMembers.Headers)),
                kind == FlowKind.FormPost ? fields : null,
                statement?.Id),
            CreateRoles: roles,
            Confirm: confirm,
            RecordedSize: RecordedSize(create, roles, confirm),
            Abort: new AbortPairing(document, create, identified).Find());
    }

    /// <summary>The size in the confirmation's answer, if it is called as in the request that announced it: then it speaks of the same.</summary>
    private MemberPath? RecordedSize(OperationModel create, EquatableArray<RoleModel> roles, StepModel? confirm)
    {
        var announced = roles.FirstOrDefault(role => role is { Role: FileRole.Size, IsParameter: false });
        var operation = document.Operations.FirstOrDefault(candidate => candidate.MethodName == confirm?.Method);
        if (announced is null || operation is null || document.Answer(operation) is not { } answer)
        {
            return null;
        }

        var name = document.Request(create)!.Properties.First(property => property.Name == announced.Name).JsonName;
        var recorded = answer.Properties.FirstOrDefault(property => property.JsonName == name && FlowMembers.RoleOf(property) == FileRole.Size);
        return recorded is null ? null : MemberPath.To(answer, recorded);
    }

    private SessionMember? Recognize(OperationModel create, SessionMembers session)
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

    /// <summary>The members beside the URL, then all others: headers and fields belong to the nearest.</summary>
    private static IEnumerable<SessionMember> Beside(SessionMembers session, SessionMember? url)
        => session.Single.OrderBy(member => member.Declaring == url?.Declaring ? 0 : 1);

    private static MemberPath? Path(IEnumerable<SessionMember> members, Func<IEnumerable<PropertyModel>, PropertyModel?> find)
    {
        var all = members.ToList();
        return find(all.Select(member => member.Property)) is { } found ? all.First(member => member.Property == found).Path : null;
    }

    private StepModel? Confirm(OperationModel create, FlowStatement? statement, SessionMembers session)
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
            document.ReportNotBound(create, "its answer links to more than one operation that could confirm it. It is bound without a confirmation; name one in x-uploadgen as confirm.operationId");
            return null;
        }

        return links.Count == 1 ? new StatedConfirm(document, create, session).Bind(links[0]) : new ConfirmPairing(document, create, session).Find();
    }
}
