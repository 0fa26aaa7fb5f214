using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Binds what is stated of how the refusal of a part tells how many bytes of the file the API has: <c>$error.body#/correct_offset</c>.</summary>
/// <param name="document">The document.</param>
internal sealed class StatedReceipt(FlowDocument document)
{
    private const string ErrorBody = "$error.body#/";

    /// <param name="create">The operation that opens the upload.</param>
    /// <param name="send">The operation that takes the parts.</param>
    /// <param name="stated">What is stated of the parts.</param>
    /// <param name="isAppended">Whether a part is told where it begins, and nothing of it is told at the end: only then a refusal can say that it is there.</param>
    /// <returns>What is stated, or else recognized; null where that is nothing, or nothing that there is, which is reported.</returns>
    public ReceivedModel? Bind(OperationModel create, OperationModel send, PartsStatement? stated, bool isAppended)
    {
        if (stated?.Received is not { } expression)
        {
            return isAppended ? new PartReceipts(document).Find(send) : null;
        }

        if (!isAppended)
        {
            document.ReportNotBound(
                create,
                $"received counts where parts are known by their offsets alone, and those of '{send.Id}' aren't. It is ignored; take it away, or tell it $part.offset",
                stated.Place.Then("received"));
            return null;
        }

        var text = StatementContext.Text(expression);
        var pointer = text?.StartsWith(ErrorBody, StringComparison.Ordinal) == true ? text.Substring(ErrorBody.Length) : null;
        var found = pointer is null ? null : send.Responses
            .Where(response => response is { IsSuccess: false, Type: not null })
            .Select(response => Receipt(response.Type!, pointer))
            .FirstOrDefault(receipt => receipt is not null);
        if (found is null)
        {
            document.ReportNotBound(
                create,
                $"received is no {ErrorBody}… that leads to an integer in an error of '{send.Id}'. Where the answer to a part is lost, the upload fails; correct it",
                stated.Place.Then("received"));
        }

        return found;
    }

    private ReceivedModel? Receipt(TypeRef error, string pointer)
        => FlowExpression.Member(document, document.Record(error), pointer) is { Type: ScalarType { IsInteger: true } } path
            ? new ReceivedModel(error.AsNonNullable(), path)
            : null;
}
