using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>How a statement names the operations of steps, ready to be pasted into a document.</summary>
internal sealed class StatedSteps(FlowDocument document)
{
    /// <summary><c>{ "operationId": "commit" }</c>, or a reference to one that the document gives no id.</summary>
    public string Of(OperationModel operation)
        => document.HasOperation(operation.Id)
            ? $"{{ \"operationId\": \"{operation.Id}\" }}"
            : $"{{ \"operationRef\": \"#{FlowDocument.PointerOf(operation)}\" }}";

    /// <summary>What is to be stated as <c>confirm</c>, of which the caller has to choose where it is open.</summary>
    /// <param name="confirm">What confirms, if that is known.</param>
    /// <param name="isOpen">Whether something could.</param>
    /// <param name="candidates">What could.</param>
    public string Confirm(OperationModel? confirm, bool isOpen, IReadOnlyList<OperationModel> candidates)
        => confirm is not null ? Of(confirm)
            : !isOpen ? "false"
            : candidates.Count == 0 ? "{ \"operationId\": \"…\" }"
            : Of(candidates[0]);

    /// <summary>What else could be stated where <c>confirm</c> is open.</summary>
    public IEnumerable<string> Otherwise(IReadOnlyList<OperationModel> candidates)
        => candidates.Skip(1).Select(candidate => "confirm: " + Of(candidate)).Append("confirm: false if nothing completes it");
}
