using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Finds the headers of an answer that tell with what an upload goes on: the URL for its file, in <c>Location</c> (RFC 9110, section 10.2.2) or in a header
/// that is called so, and its key.
/// </summary>
internal static class UploadHeaders
{
    private const string Location = "Location";

    private static readonly string[] Ends = [.. UploadWords.Confirms, .. UploadWords.Aborts];

    /// <summary>The headers of an operation that opens an upload, by their names.</summary>
    public static IEnumerable<string> Find(FlowDocument document, CreateFacts create)
    {
        var url = Url(document, create);
        var isUpload = url is not null || create.Words.Intersect(UploadWords.Uploads).Any();
        var keys = isUpload && Opens(create) ? document.AnswerHeaders(create.Operation).Select(header => header.Name).Where(IsKey) : [];
        return url is null ? keys : keys.Prepend(url);
    }

    /// <summary>The header with the URL that the file goes to.</summary>
    public static string? Url(FlowDocument document, CreateFacts create)
        => Opens(create)
            ? document.AnswerHeaders(create.Operation)
                .Where(header => IsUrl(header.Name, header.Description, create))
                .Select(header => header.Name)
                .FirstOrDefault()
            : null;

    /// <summary>Whether a header is a URL, by its name.</summary>
    public static bool IsUrl(string name)
        => IsLocation(name)
            || (UploadWords.Split(name) is { Count: > 0 } words && (words[words.Count - 1] == "location" || UploadUrlSignals.SaysUrl(words[words.Count - 1])));

    /// <summary>Whether it is the header that tells of anything that was made.</summary>
    public static bool IsLocation(string name) => string.Equals(name, Location, StringComparison.OrdinalIgnoreCase);

    private static bool Opens(CreateFacts create)
        => create.Operation is { HttpMethod: "POST" or "PUT", Body: null or JsonBodyModel } && !create.NamesSource && !create.Words.Intersect(Ends).Any();

    /// <summary>Whether a text, the header's name or the operation speaks of uploading to a URL there.</summary>
    private static bool IsUrl(string name, string? description, CreateFacts create)
        => IsUrl(name)
            && !UrlProse.SaysPage(description)
            && (IsLocation(name) && IsResumable(create) ? true
                : !string.IsNullOrWhiteSpace(description) && IsLocation(name) ? UrlProse.SaysWriting(description)
                : IsLocation(name) ? create.Words.Any(word => UploadWords.Uploads.Contains(word) || word == "resumable") && create.AnnouncesFile
                : UploadWords.Split(name).Intersect(UploadWords.Stages).Any() && !UrlProse.SaysReading(description));

    /// <summary>Whether the request has what only a resumable upload is told: tus' headers, or the length and type of what is sent later.</summary>
    private static bool IsResumable(CreateFacts create)
        => create.Operation.Parameters.Any(parameter => UploadWords.Split(parameter.WireName) is var words
            && parameter.In == ParameterIn.Header
            && (words.Contains("tus") || string.Join(" ", words) is "upload length" || words.Take(3).SequenceEqual(["x", "upload", "content"])));

    private static bool IsKey(string name)
        => FlowMembers.IsIdentifier(name) && UploadWords.Split(name).Intersect(UploadWords.Uploads).Any();
}
