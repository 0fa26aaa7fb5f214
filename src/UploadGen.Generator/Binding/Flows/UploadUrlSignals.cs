using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding.Flows;

/// <summary>
/// What speaks for and against a member of an answer being a URL to PUT a file to. The points were weighed on real
/// vendors' documents; a guess needs <see cref="Threshold"/> points and one signal that is strong by itself.
/// </summary>
internal static class UploadUrlSignals
{
    public const int Threshold = 5;

    private static readonly string[] UrlNouns = ["url", "urls", "uri", "uris", "link", "href", "endpoint"];
    private static readonly string[] UploadWords = ["upload", "uploads", "uploading"];
    private static readonly string[] SignedWords = ["presigned", "presign", "signed"];
    private static readonly string[] StageWords = [.. UploadWords, .. SignedWords, "staged"];
    private static readonly string[] EndWords = ["complete", "commit", "finalize", "finish", "confirm", "confirmation", "confirmations", "abort", "cancel"];

    private static readonly string[] ForeignWords =
        ["download", "callback", "webhook", "thumbnail", "preview", "public", "canonical", "unsigned", "ui", "uploader", "status", "image", "avatar", "complete", "cancel"];

    private static readonly string[] UploadPhrases = ["presigned put", "presigned upload", "url to upload", "upload url", "put the file", "put to", "upload the file"];
    private static readonly string[] ResultPhrases = ["status of the upload", "was uploaded", "from which"];

    private static readonly Signal[] All =
    [
        new("its name says upload", 3, IsStrong: true, c => c.UrlWords.Intersect(UploadWords).Any()),
        new("its name says signed", 2, IsStrong: false, c => c.UrlWords.Intersect(SignedWords).Any()),
        new("it is signed, and a file is announced", 0, IsStrong: true, c => c.UrlWords.Intersect(SignedWords).Any() && (AnnouncesFile(c) || c.OperationWords.Intersect(UploadWords).Any())),
        new("the document says to PUT there", 3, IsStrong: true, c => UploadPhrases.Any(c.Prose.Contains)),
        new("the document speaks of a finished upload", -4, IsStrong: false, c => ResultPhrases.Any((c.Url.Description ?? "").ToLowerInvariant().Contains)),
        new("the operation says upload", 2, IsStrong: false, c => c.OperationWords.Intersect(StageWords).Any()),
        new("it is a URI by format", 1, IsStrong: false, c => c.Url.Type.AsNonNullable() is ScalarType { Kind: Scalar.Uri }),
        new("headers come with it", 2, IsStrong: false, c => FlowMembers.Headers(c.Session) is not null),
        new("a method comes with it", 1, IsStrong: false, c => c.Siblings.Any(property => FlowMembers.Is(property, "method", "http method", "verb"))),
        new("an expiry comes with it", 1, IsStrong: false, c => c.Siblings.Any(FlowMembers.IsExpiry)),
        new("an id comes with it", 1, IsStrong: false, c => c.Siblings.Any(FlowMembers.IsIdentifier)),
        new("the request announces a file", 2, IsStrong: false, AnnouncesFile),
        new("the request carries the file", -6, IsStrong: false, c => c.Operation.Body is BinaryBodyModel or FormBodyModel),
        new("the operation only reads", -5, IsStrong: false, c => c.Operation.HttpMethod == "GET" && !c.OperationWords.Intersect(StageWords).Any()),
        new("the operation changes or deletes", -4, IsStrong: false, c => c.Operation.HttpMethod is "PUT" or "PATCH" or "DELETE"),
        new("the operation ends an upload", -4, IsStrong: false, c => c.OperationWords.Intersect(EndWords).Any()),
        new("its name says something else", -4, IsStrong: false, c => c.UrlWords.Intersect(ForeignWords).Any()),
    ];

    /// <summary>Whether a member can be a URL at all: a string whose last word says so.</summary>
    public static bool IsUrl(PropertyModel property)
        => property.Type.AsNonNullable() is ScalarType { Kind: Scalar.Uri or Scalar.String }
            && UploadUrlCandidate.Words(property.JsonName) is { Count: > 0 } words
            && UrlNouns.Contains(words[words.Count - 1]);

    /// <summary>The points of a candidate, or null when nothing strong speaks for it.</summary>
    public static int? Score(UploadUrlCandidate candidate)
    {
        var applying = All.Where(signal => signal.Applies(candidate)).ToList();
        var score = applying.Sum(signal => signal.Points);
        return score >= Threshold && applying.Any(signal => signal.IsStrong) ? score : null;
    }

    private static bool AnnouncesFile(UploadUrlCandidate candidate)
        => candidate.Request is { } request && request.Properties.Any(property => FlowMembers.RoleOf(property) is not null);

    private sealed record Signal(string Name, int Points, bool IsStrong, Func<UploadUrlCandidate, bool> Applies);
}
