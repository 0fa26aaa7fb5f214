using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Recognizes how the refusal of a part tells how many bytes of the file the API has, by names that mean nothing else.</summary>
/// <param name="document">The document.</param>
internal sealed class PartReceipts(FlowDocument document)
{
    private const int MaxDepth = 3;

    private static readonly string[] Names =
    [
        "correct offset", "expected offset", "current offset", "next offset", "committed offset", "server offset", "bytes received", "received bytes",
    ];

    /// <param name="send">The operation that takes the parts.</param>
    public ReceivedModel? Find(OperationModel send)
        => send.Responses
            .Where(response => response is { IsSuccess: false, Type: not null })
            .Select(response => document.Record(response.Type!) is { } error && Members(error, null).Take(2).ToList() is { Count: 1 } only
                ? new ReceivedModel(response.Type!.AsNonNullable(), only[0])
                : null)
            .FirstOrDefault(receipt => receipt is not null);

    private IEnumerable<MemberPath> Members(RecordModel record, MemberPath? parent)
    {
        foreach (var property in record.Properties.Where(property => !property.IsHeader))
        {
            var path = parent is null ? MemberPath.To(record, property) : parent.Then(record, property);
            if (path.Type is ScalarType { IsInteger: true } && Names.Contains(string.Join(" ", UploadWords.Split(property.JsonName))))
            {
                yield return path;
            }
            else if (path.Steps.Count < MaxDepth && document.Record(property.Type) is { } inner)
            {
                foreach (var member in Members(inner, path))
                {
                    yield return member;
                }
            }
        }
    }
}
