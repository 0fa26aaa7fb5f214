using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>Finds what completes an upload: what is stated, what a link says, or what is recognized.</summary>
/// <param name="document">The document.</param>
/// <param name="isOpening">Whether an operation opens an upload itself.</param>
internal sealed class Completions(FlowDocument document, Func<OperationModel, bool> isOpening)
{
    private const string Otherwise = "Its operations are generated, and no call that does all";

    /// <returns>Null where what is stated is nothing that can complete it; that is reported.</returns>
    public FoundCompletion? Find(OperationModel create, FlowStatement? statement, SessionMembers session)
    {
        if (statement?.HasNoConfirm == true)
        {
            return FoundCompletion.None;
        }

        if (statement?.IsConfirmUnread == true)
        {
            return null;
        }

        if (statement?.Confirm is { } stated)
        {
            return Bind(create, stated, session, statement.Evidence);
        }

        var links = LinkStatements.Find(document, create);
        return links.Count switch
        {
            0 => new CompletionSearch(document, create, session, isOpening).Find(),
            1 => Bind(create, links[0], session, "as a link says"),
            _ => new FoundCompletion(Step: null, Open: "its answer links to more than one operation that could complete it"),
        };
    }

    private FoundCompletion? Bind(OperationModel create, StepStatement statement, SessionMembers session, string evidence)
        => new StatedStep(document, create, session).Bind(statement, "to confirm it", Otherwise) is { } step ? new FoundCompletion(step, evidence) : null;
}
