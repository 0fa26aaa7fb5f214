using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Binds an upload of which is stated that its file goes to an operation of the API.</summary>
/// <param name="document">The document.</param>
/// <param name="completions">Finds what completes it.</param>
internal sealed class StatedSequence(FlowDocument document, Completions completions)
{
    /// <returns>Null where it can't be bound; that is reported.</returns>
    public FoundSession? Bind(OperationModel create, RecordModel answer, FlowStatement statement, StepStatement stated)
    {
        var session = new SessionMembers(document, answer).WithId(statement.Id);
        const string Otherwise = "Its operations are generated, and no call that does all";
        var isInParts = statement.Protocol == SendProtocol.Parts;
        if (new StatedStep(document, create, session, isInParts).Bind(stated, "to take the file", Otherwise, WholeFlows.TakesFile) is not { } send)
        {
            return null;
        }

        if (!WholeFlows.TakesFile(send.Operation))
        {
            var problem = $"'{send.Operation.Id}' takes no file. {Otherwise}; name the operation that does as send.operationId";
            document.ReportNotBound(create, problem, stated.Place);
            return null;
        }

        if (completions.Find(create, statement, session) is not { } completion)
        {
            return null;
        }

        var roles = FlowRoles.Find(document, create, statement.AllRoles).ToList();
        var abort = new AbortPairing(document, create, session).Find();
        var opening = new FoundOpening(create, answer, statement.Id ?? send.SessionMembers.FirstOrDefault(), roles, completion.Step, abort)
        {
            ConfirmEvidence = completion.Evidence,
            OpenConfirm = completion.Open,
            ConfirmCandidates = completion.Candidates,
        };
        opening = new StatedOpening(document, create, session).Complete(opening, statement);
        return isInParts
            ? new FoundPartOperation(opening, send) { Stated = statement.Parts }
            : new FoundSequence(opening, send, [send.Operation]) { IsStated = true, Protocol = statement.Protocol };
    }
}
