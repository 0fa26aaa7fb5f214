using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// What speaks for and against a member of an answer being a URL to send a file to. The points were weighed on real
/// vendors' documents; a guess needs <see cref="Threshold"/> points and one signal that is strong by itself.
/// </summary>
internal static class UploadUrlSignals
{
    public const int Threshold = 5;

    private const int MostMembers = 120;

    private static readonly string[] UrlNouns = ["url", "urls", "uri", "uris", "link", "href", "endpoint"];
    private static readonly string[] FormWords = [.. UploadWords.Uploads, "form"];
    private static readonly string[] EndWords = [.. UploadWords.Confirms, .. UploadWords.Aborts];

    private static readonly string[] ForeignWords =
    [
        "download", "callback", "webhook", "thumbnail", "preview", "public", "canonical", "unsigned", "ui", "uploader", "status", "image", "avatar",
        "complete", "cancel",
    ];

    private static readonly string[] UploadPhrases =
        ["presigned put", "presigned upload", "url to upload", "upload url", "put the file", "put to", "upload the file"];

    private static readonly string[] ResultPhrases = ["status of the upload", "was uploaded", "from which"];

    private static readonly Signal[] All =
    [
        new("its name says upload", 3, IsStrong: true, c => c.UrlWords.Intersect(UploadWords.Uploads).Any()),
        new("its name says signed", 2, IsStrong: false, c => c.UrlWords.Intersect(UploadWords.Signed).Any()),
        new("the object around it says upload", 3, IsStrong: true, c => c.UrlWords.Count == 1 && c.ParentWords.Intersect(UploadWords.Stages).Any()),
        new("it is signed, and a file is announced", 0, IsStrong: true, IsSignedForFile),
        new("the document says to PUT there", 3, IsStrong: true, SaysPut),
        new("the document speaks of a finished upload", -4, IsStrong: false, c => ResultPhrases.Any(Description(c).Contains)),
        new("the operation says upload", 2, IsStrong: false, c => c.Create.Words.Intersect(UploadWords.Stages).Any()),
        new("it is a URI by format", 1, IsStrong: false, c => c.Url.Type.AsNonNullable() is ScalarType { Kind: Scalar.Uri }),
        new("headers come with it", 2, IsStrong: false, c => c.Session.Texts.Headers(c.Siblings) is not null),
        new("form fields come with it", 3, IsStrong: false, HasFields),
        new("form fields come with it, and it is about an upload", 0, IsStrong: true, HasFieldsOfUpload),
        new("a method comes with it", 1, IsStrong: false, c => c.Siblings.Any(FlowMembers.IsMethod)),
        new("an expiry comes with it", 1, IsStrong: false, c => c.Siblings.Any(FlowMembers.IsExpiry)),
        new("an id comes with it", 1, IsStrong: false, c => c.Siblings.Any(FlowMembers.IsIdentifier)),
        new("the request announces a file", 2, IsStrong: false, c => c.Create.AnnouncesFile),
        new("the request asks for parts", 2, IsStrong: false, c => c.IsMany && c.Create.AsksForParts),
        new("the request carries the file", -6, IsStrong: false, c => c.Create.Operation.Body is BinaryBodyModel or FormBodyModel),
        new("the operation only reads", -5, IsStrong: false, c => c.Create.Operation.HttpMethod == "GET" && !c.Create.Words.Any(IsUploadWord)),
        new("the operation changes or deletes", -4, IsStrong: false, c => c.Create.Operation.HttpMethod is "PUT" or "PATCH" or "DELETE" && !HasFields(c)),
        new("the operation only asks what is possible", -6, IsStrong: false, c => c.Create.Operation.HttpMethod is "OPTIONS" or "HEAD" or "TRACE"),
        new("the operation ends an upload", -4, IsStrong: false, c => c.Create.Words.Intersect(EndWords).Any()),
        new("its name says something else", -4, IsStrong: false, c => c.UrlWords.Intersect(ForeignWords).Any()),
        new("it is one of very many members", -3, IsStrong: false, c => c.Session.All.Count > MostMembers),
    ];

    private static readonly Signal[] Strong = All.Where(signal => signal.IsStrong).ToArray();

    /// <summary>Whether a member can be a URL, or many, at all: text whose last word says so.</summary>
    public static bool IsUrl(PropertyModel property)
        => Text(property.Type.AsNonNullable()) is ScalarType { Kind: Scalar.Uri or Scalar.String }
            && UploadWords.Split(property.JsonName) is { Count: > 0 } words
            && UrlNouns.Contains(words[words.Count - 1]);

    /// <summary>The points of a candidate, or null when nothing strong speaks for it.</summary>
    public static int? Score(UploadUrlCandidate candidate)
    {
        // An answer can have dozens of URLs, and next to none of them has anything strong.
        if (!Strong.Any(signal => signal.Applies(candidate)))
        {
            return null;
        }

        var score = All.Where(signal => signal.Applies(candidate)).Sum(signal => signal.Points);
        return score >= Threshold ? score : null;
    }

    private static TypeRef Text(TypeRef type) => type switch
    {
        ListType list => list.Item.AsNonNullable(),
        MapType map => map.Value.AsNonNullable(),
        _ => type,
    };

    /// <summary>Swagger tools write operationIds in one word: <c>signeds3upload</c>.</summary>
    private static bool IsUploadWord(string word) => UploadWords.Stages.Contains(word) || word.EndsWith("upload", StringComparison.Ordinal);

    private static bool IsSignedForFile(UploadUrlCandidate candidate)
        => candidate.UrlWords.Intersect(UploadWords.Signed).Any()
            && (candidate.Create.AnnouncesFile || candidate.Create.Words.Intersect(UploadWords.Uploads).Any());

    private static bool SaysPut(UploadUrlCandidate candidate)
        => UploadPhrases.Any(phrase => candidate.Create.Prose.Contains(phrase) || Description(candidate).Contains(phrase));

    private static bool HasFieldsOfUpload(UploadUrlCandidate candidate)
        => HasFields(candidate) && candidate.UrlWords.Concat(candidate.ParentWords).Concat(candidate.Create.Words).Intersect(FormWords).Any();

    private static bool HasFields(UploadUrlCandidate candidate) => candidate.Session.Texts.Fields(candidate.Siblings) is not null;

    private static string Description(UploadUrlCandidate candidate) => (candidate.Url.Description ?? "").ToLowerInvariant();

    private sealed record Signal(string Name, int Points, bool IsStrong, Func<UploadUrlCandidate, bool> Applies);
}
