using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding.Flows;

/// <summary>A member of an answer that may be the URL a file is to be PUT to, with all that speaks for and against it.</summary>
internal sealed class UploadUrlCandidate
{
    public UploadUrlCandidate(OperationModel operation, RecordModel session, PropertyModel url, RecordModel? request)
    {
        Operation = operation;
        Session = session;
        Url = url;
        Request = request;
        UrlWords = Words(url.JsonName);
        OperationWords = [.. Words(operation.Path), .. Words(operation.Id)];
        Prose = string.Join(" ", new[] { url.Description, operation.Summary, operation.Description }.OfType<string>()).ToLowerInvariant();
    }

    public OperationModel Operation { get; }

    /// <summary>The answer.</summary>
    public RecordModel Session { get; }

    public PropertyModel Url { get; }

    /// <summary>The JSON object that is sent, if one is.</summary>
    public RecordModel? Request { get; }

    public IReadOnlyList<string> UrlWords { get; }

    /// <summary>The words of path and operationId.</summary>
    public IReadOnlyList<string> OperationWords { get; }

    /// <summary>What the document says about operation and member, in lower case.</summary>
    public string Prose { get; }

    /// <summary>Other members of the answer.</summary>
    public IEnumerable<PropertyModel> Siblings => Session.Properties.Where(property => property != Url);

    public static IReadOnlyList<string> Words(string name) => NameWords.Split(name).Select(word => word.ToLowerInvariant()).ToList();
}
