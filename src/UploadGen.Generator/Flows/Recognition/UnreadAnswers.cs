using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Says of answers that are no JSON object why no call goes on from the URL in them.</summary>
/// <param name="document">The document.</param>
/// <param name="recognize">Finds the URL that a file goes to among the members of an answer.</param>
internal sealed class UnreadAnswers(FlowDocument document, Func<OperationModel, SessionMembers, AnswerMember?> recognize)
{
    /// <summary>What is wrong; null where the answer has nothing to do with an upload.</summary>
    public string? Problem(OperationModel create)
    {
        if (Listed(create) is { } listed)
        {
            return $"its answer is a list, each of whose items has a URL in {listed.JsonName}, and a flow uploads one file. Send each file to its URL; "
                + "where there is always one item, say so in the schema, or say x-uploadgen: false";
        }

        if (IsText(create))
        {
            return "its answer is a text, the URL that a file goes to, and a call takes that from an object. Its operations are generated, "
                + "and no call that does all; send the file there by your own HttpClient, or say x-uploadgen: false";
        }

        if (UploadHeaders.Url(document, Facts(create)) is { } header)
        {
            return $"the URL that the file goes to stands in the header {header} of its answer, which may lack a body or has one that is no JSON object, "
                + "and no call reads it so. Correct the document, an overlay can, or say x-uploadgen: false";
        }

        return OfNull(create) is { } missing
            ? $"by the document its answer, which has a URL in {missing.JsonName}, may be null, and no upload can go on from that. "
                + "Where it never is, take nullable away, an overlay can, or say x-uploadgen: false"
            : null;
    }

    /// <summary>The URL in the items of an answer that is a list.</summary>
    private MemberPath? Listed(OperationModel create)
        => create.HttpMethod != "GET" && create.Result is ListType { Item: var item } && document.Record(item) is { } record
            ? recognize(create, new SessionMembers(document, record))?.Path
            : null;

    /// <summary>The URL in an answer that may be null as a whole.</summary>
    private MemberPath? OfNull(OperationModel create)
        => create.Result is NullableType && document.Record(create.Result) is { } answer && new SessionMembers(document, answer) is var session
            ? (recognize(create, session) ?? new UnsureUrls(document, Facts(create), session).Called()?.Member)?.Path
            : null;

    /// <summary>Whether the answer is nothing but a URL, by what the operation is called.</summary>
    private bool IsText(OperationModel create)
        => create is { HttpMethod: "POST" or "GET", Body: null or JsonBodyModel }
            && create.Result?.AsNonNullable() is ScalarType { Kind: Scalar.String or Scalar.Uri }
            && Facts(create).AsksForUrl;

    private CreateFacts Facts(OperationModel create) => new(create, document.Request(create));
}
