using UploadGen.Generator.Flows.Sending;
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
    private static readonly string[] Endpoints = ["endpoints", "urls", "links"];
    private static readonly string[] Places = ["to", "target", "destination", "location"];

    /// <summary>Words beside the noun that say what kind of upload it is, and nothing else.</summary>
    private static readonly string[] Kinds =
        ["single", "part", "parts", "multi", "multipart", "direct", "target", "temporary", "storage", "resource", "put", "s3", .. UploadWords.Signed];

    private static readonly string[] FormWords = [.. UploadWords.Uploads, "form"];
    private static readonly string[] EndWords = [.. UploadWords.Confirms, .. UploadWords.Aborts];

    private static readonly string[] Shows = ["get", "list", "describe", "show", "find", "search"];
    private static readonly string[] Changes = ["update", "modify"];
    private static readonly string[] Openings = [.. UploadWords.Uploads, "session", "sessions", "ticket", "tickets"];

    private static readonly string[] ForeignWords =
    [
        "download", "fetch", "get", "read", "view", "access", "cdn", "final", "permanent", "share", "callback", "webhook", "thumbnail", "preview", "public",
        "canonical", "unsigned", "ui", "uploader", "status", "image", "avatar", "complete", "cancel",
    ];

    /// <summary>What no file goes to, whatever else its name says.</summary>
    private static readonly string[] NeverWords = ["callback", "webhook", "notify", "notification", "page", "redirect"];

    private static readonly string[] UploadPhrases =
    [
        "presigned put", "presigned upload", "pre-signed upload", "url to upload", "url for upload", "upload url", "put the file", "put to", "upload the file",
    ];

    private static readonly string[] ResultPhrases = ["status of the upload", "was uploaded", "from which", "retrieve a file", "download the file"];

    private static readonly Signal[] All =
    [
        new("its name says upload", 3, IsStrong: true, c => c.UrlWords.Intersect(UploadWords.Uploads).Any()),
        new("its name says put", 3, IsStrong: true, c => c.UrlWords.Contains("put")),
        new("its name says signed", 2, IsStrong: false, c => c.UrlWords.Intersect(UploadWords.Signed).Any()),
        new("the object around it says upload", 3, IsStrong: true, c => IsBare(c) && c.ParentWords.Intersect(UploadWords.Stages).Any()),
        new("its name says presigned, and the operation upload", 1, IsStrong: false, c => c.UrlWords.Any(IsPresigned) && SaysUpload(c)),
        new("it is signed, and something says that it is written to", 0, IsStrong: true, IsSignedForFile),
        new("headers come with it, and the operation says upload", 0, IsStrong: true, c => IsBare(c) && SaysUpload(c) && HasHeaders(c)),
        new("a method comes with it, and the operation says to write", 2, IsStrong: true, c => IsBare(c) && HasMethod(c) && IsWrite(c)),
        new("a tus endpoint comes with it", 3, IsStrong: true, c => IsBare(c) && c.Siblings.Any(IsTus)),
        new("it is all that the answer of an upload has, beside its id and end", 1, IsStrong: true, IsOfUpload),
        new("the document says to PUT there", 3, IsStrong: true, SaysPut),
        new("the operation asks for the URL of an upload", 3, IsStrong: true, c => IsBare(c) && c.Create.AsksForUrl),
        new("its text calls it signed, and speaks of writing", 3, IsStrong: true, SaysSignedForWriting),
        new("its name says post, and form fields come with it", 2, IsStrong: true, c => c.UrlWords.Contains("post") && HasFields(c)),
        new("its name says that it has the URL of each part", 3, IsStrong: true, c => c.IsMany && IsOfEachPart(c.UrlWords)),
        new("it comes with each part of a file, and the operation says upload", 3, IsStrong: true, c => IsBare(c) && IsOfPart(c)),
        new("the operation's text speaks of the URL and of PUT", 2, IsStrong: false, SaysPutToUrl),
        new("it is signed, and for reading", -9, IsStrong: false, IsSignedForReading),
        new("it is a page, or for somebody else", -9, IsStrong: false, IsPage),
        new("it is the caller's own", -9, IsStrong: false, IsCallers),
        new("the request says where the file is", -9, IsStrong: false, c => !SaysPut(c) && c.Create.NamesSource),
        new("the operation lists what there is", -9, IsStrong: false, IsListed),
        new("the document speaks of a finished upload", -4, IsStrong: false, SaysFinished),
        new("the operation says upload", 2, IsStrong: false, c => c.Create.Words.Intersect(UploadWords.Stages).Any()),
        new("it is a URI by format", 1, IsStrong: false, c => c.Url.Type.AsNonNullable() is ScalarType { Kind: Scalar.Uri }),
        new("headers come with it", 2, IsStrong: false, HasHeaders),
        new("form fields come with it", 3, IsStrong: false, HasFields),
        new("form fields come with it, and it is about an upload", 0, IsStrong: true, HasFieldsOfUpload),
        new("a method comes with it", 1, IsStrong: false, HasMethod),
        new("an expiry comes with it", 1, IsStrong: false, c => c.Siblings.Any(FlowMembers.IsExpiry)),
        new("an id comes with it", 1, IsStrong: false, c => c.Siblings.Any(FlowMembers.IsIdentifier)),
        new("the request announces a file", 2, IsStrong: false, c => c.Create.AnnouncesFile),
        new("the request asks for parts", 2, IsStrong: false, c => c.IsMany && c.Create.AsksForParts),
        new("its name says that it takes a part, or the one part that there is", 1, IsStrong: false, c => c.UrlWords.Intersect(UploadWords.Parts).Any()),
        new("it is one of many that are signed, and the operation says upload", 1, IsStrong: false, c => c.IsMany && IsSignedForFile(c)),
        new("the request names a part", -6, IsStrong: false, c => c.Create.NamesPart),
        new("the operation renews", -6, IsStrong: false, c => c.Create.Renews),
        new("the operation by its name shows or changes an upload", -9, IsStrong: false, IsOfKnownUpload),
        new("the operation reads one thing", -9, IsStrong: false, ReadsOne),
        new("the request carries the file", -6, IsStrong: false, c => CarriesFile(c.Create.Operation.Body)),
        new("the operation only reads", -5, IsStrong: false, OnlyReads),
        new("the operation changes or deletes", -4, IsStrong: false, c => c.Create.Operation.HttpMethod is "PUT" or "PATCH" or "DELETE" && !HasFields(c)),
        new("the operation only asks what is possible", -6, IsStrong: false, c => c.Create.Operation.HttpMethod is "OPTIONS" or "HEAD" or "TRACE"),
        new("the operation by its name ends an upload", -9, IsStrong: false, c => c.Create.IsEnd),
        new("the operation speaks of an end", -4, IsStrong: false, c => c.Create.Words.Intersect(EndWords).Any()),
        new("its name says that it is called back, or a page", -9, IsStrong: false, c => c.UrlWords.Intersect(NeverWords).Any()),
        new("its name says something else", -4, IsStrong: false, c => c.UrlWords.Intersect(ForeignWords).Any()),
        new("it is one of very many members", -3, IsStrong: false, c => c.Session.All.Count > MostMembers),
    ];

    private static readonly Signal[] Strong = All.Where(signal => signal.IsStrong).ToArray();

    /// <summary>Whether a member can be a URL, or many, at all: text whose last word says so.</summary>
    public static bool IsUrl(PropertyModel property)
        => Text(property.Type.AsNonNullable()) is ScalarType { Kind: Scalar.Uri or Scalar.String }
            && UploadWords.Split(property.JsonName) is { Count: > 0 } words
            && (UrlNouns.Contains(words[words.Count - 1])
                || IsOfParts(property, words)
                || (Places.Contains(words[words.Count - 1]) && words.Intersect(UploadWords.Uploads).Any()));

    /// <summary>Whether a member can be one because the object around it has the URLs: <c>session_endpoints.upload_part</c>.</summary>
    public static bool IsEndpoint(AnswerMember member)
        => Text(member.Property.Type.AsNonNullable()) is ScalarType { Kind: Scalar.Uri or Scalar.String }
            && member.Parent is { } parent
            && UploadWords.Split(parent) is { Count: > 0 } around
            && Endpoints.Contains(around[around.Count - 1])
            && UploadWords.Split(member.Property.JsonName).Intersect(UploadWords.Uploads).Any();

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

    /// <summary>Whether anything speaks against a candidate.</summary>
    public static bool HasDoubt(UploadUrlCandidate candidate) => All.Any(signal => signal.Points < 0 && signal.Applies(candidate));

    /// <summary>Whether a name says no more than that it is the URL of an upload, or of a part of one.</summary>
    public static bool SaysOnlyUpload(string name)
        => UploadWords.Split(name).All(word => UrlNouns.Contains(word) || Kinds.Contains(word) || UploadWords.Uploads.Contains(word)
            || UploadWords.Parts.Contains(word));

    /// <summary>Whether a word is one for a URL.</summary>
    public static bool IsNoun(string word) => UrlNouns.Contains(word);

    /// <summary>A list of URLs that is only called after what they are for: <c>parts</c>.</summary>
    private static bool IsOfParts(PropertyModel property, IReadOnlyList<string> words)
        => property.Type.AsNonNullable() is ListType { Item: var item }
            && (item.AsNonNullable() is ScalarType { Kind: Scalar.Uri } || UrlProse.SaysUrl(property.Description))
            && words.All(word => UploadWords.Parts.Contains(word) || Kinds.Contains(word));

    private static bool IsOfEachPart(IReadOnlyCollection<string> words)
        => words.Any(UploadWords.Parts.Contains) && words.All(word => UploadWords.Parts.Contains(word) || IsNoun(word));

    /// <summary>Whether a body has the file in it. Documents take the file in a form for a text.</summary>
    private static bool CarriesFile(BodyModel? body)
        => body?.SendsFile == true
            || (body is FormBodyModel form && form.Fields.Any(field => UploadWords.Files.Contains(UploadWords.Last(field.WireName))));

    private static bool SaysSignedForWriting(UploadUrlCandidate candidate)
        => SendingProse.SaysSigned(candidate.Url.Description) && UrlProse.SaysOnlyWriting(candidate.Url.Description);

    private static TypeRef Text(TypeRef type) => type switch
    {
        ListType list => list.Item.AsNonNullable(),
        MapType map => map.Value.AsNonNullable(),
        _ => type,
    };

    /// <summary>Swagger tools write operationIds in one word: <c>signeds3upload</c>.</summary>
    private static bool IsUploadWord(string word) => UploadWords.Stages.Contains(word) || word.EndsWith("upload", StringComparison.Ordinal);

    private static bool IsSigned(UploadUrlCandidate candidate) => candidate.UrlWords.Intersect(UploadWords.Signed).Any();

    /// <summary>
    /// What is read is signed, too. Only who sends a file tells its size beforehand, its media type to what signs, and gets headers to send with it.
    /// </summary>
    private static bool IsSignedForFile(UploadUrlCandidate candidate)
        => IsSigned(candidate)
            && (SaysWriting(candidate)
                || candidate.Create.Announces(FileRole.Size)
                || (candidate.Create.Announces(FileRole.MediaType) && candidate.Create.Words.Intersect(UploadWords.Signed).Any())
                || HasHeaders(candidate)
                || HasFields(candidate));

    /// <summary>A URL whose name says no more than that it is signed may be for reading.</summary>
    private static bool IsSignedForReading(UploadUrlCandidate candidate)
        => IsSigned(candidate)
            && !candidate.UrlWords.Any(word => word == "put" || UploadWords.Uploads.Contains(word))
            && (UrlProse.SaysReading(candidate.Url.Description)
                || (!SaysWriting(candidate) && candidate.Create.SaysReading));

    private static bool SaysWriting(UploadUrlCandidate candidate)
        => UrlProse.SaysWriting(candidate.Url.Description)
            || UrlProse.SaysWriting(candidate.Create.Prose)
            || candidate.UrlWords.Concat(candidate.ParentWords).Any(word => word == "put" || UploadWords.Uploads.Contains(word))
            || candidate.Create.Words.Any(IsWritingWord);

    private static bool IsWritingWord(string word)
        => word is "put" or "write" or "staged" || UploadWords.Uploads.Contains(word) || word.EndsWith("upload", StringComparison.Ordinal);

    private static bool IsPage(UploadUrlCandidate candidate)
        => UrlProse.SaysPage(candidate.Url.Description)
            || (string.IsNullOrEmpty(candidate.Url.Description) && UrlProse.SaysPage(candidate.Create.Operation.Description));

    /// <summary>
    /// What the request tells comes back in the answer, though not in an object about the upload. A bare <c>url</c> can be two things, where the text says
    /// to PUT to one.
    /// </summary>
    private static bool IsCallers(UploadUrlCandidate candidate)
        => UrlProse.SaysByApi(candidate.Url.Description)
            || UrlProse.SaysByApi(candidate.Create.Operation.Description)
            || (candidate.ParentWords.Count == 0
                && candidate.Create.Says(candidate.Url.JsonName)
                && !(candidate.UrlWords.Count == 1 && SaysPut(candidate)));

    /// <summary><c>GET /uploads</c> shows several, each with its URL; <c>GET /upload-urls</c> asks for some.</summary>
    private static bool IsListed(UploadUrlCandidate candidate)
        => candidate.Create.Operation.HttpMethod == "GET"
            && candidate.Member.List == SessionList.Files
            && !candidate.Create.AnnouncesFile
            && !UploadWords.Split(LastSegment(candidate.Create.Operation)).Any(SaysUrl);

    /// <summary>
    /// <c>GetUpload</c> and <c>UpdateUpload</c> of APIs of remote calls, which POST all. One that is told of a file may give an upload rather than show it.
    /// </summary>
    private static bool IsOfKnownUpload(UploadUrlCandidate candidate)
        => candidate.Create.Operation.HttpMethod != "GET"
            && UploadWords.Split(candidate.Create.Operation.Id) is { Count: > 1 } words
            && (Changes.Contains(words[0]) || (Shows.Contains(words[0]) && !candidate.Create.AnnouncesFile))
            && words.Skip(1).All(Openings.Contains);

    private static string LastSegment(OperationModel operation) => operation.Path.TrimEnd('/').Split('/').Last();

    private static bool SaysPutToUrl(UploadUrlCandidate candidate)
        => IsBare(candidate) && SaysPut(candidate) && SendingProse.SaysPut(candidate.Create.Operation.Description);

    private static bool SaysPut(UploadUrlCandidate candidate)
        => SendingProse.SaysPut(candidate.Url.Description)
            || UploadPhrases.Any(phrase => candidate.Create.Prose.Contains(phrase) || Description(candidate).Contains(phrase));

    /// <summary>Whether a name says that it is a URL, and at most of which kind of upload.</summary>
    private static bool IsBare(UploadUrlCandidate candidate) => candidate.UrlWords.All(word => UrlNouns.Contains(word) || Kinds.Contains(word));

    private static bool SaysUpload(UploadUrlCandidate candidate) => candidate.Create.Words.Any(IsUploadWord);

    private static bool IsWrite(UploadUrlCandidate candidate) => candidate.Create.Words.Contains("write");

    /// <summary><c>GET /uploads/{id}</c> shows an upload; <c>GET /upload-url/{name}</c> opens one.</summary>
    private static bool ReadsOne(UploadUrlCandidate candidate)
    {
        var segments = candidate.Create.Operation.Path.TrimEnd('/').Split('/');
        return candidate.Create.Operation.HttpMethod == "GET"
            && segments[segments.Length - 1].EndsWith("}", StringComparison.Ordinal)
            && !(segments.Length > 1 && UploadWords.Split(segments[segments.Length - 2]).Any(SaysUrl));
    }

    /// <summary>What is downloaded is signed as well, and has a size.</summary>
    private static bool IsOfPart(UploadUrlCandidate candidate)
        => candidate.Member.List == SessionList.Parts
            && candidate.Siblings.Any(PartMembers.IsRange)
            && candidate.Create.Words.Any(word => UploadWords.Uploads.Contains(word) || word.EndsWith("upload", StringComparison.Ordinal))
            && !candidate.Create.SaysReading;

    private static bool IsPresigned(string word) => word is "presigned" or "presign";

    /// <summary>Whether a word says that something is a URL.</summary>
    public static bool SaysUrl(string word) => UrlNouns.Contains(word) || UploadWords.Signed.Contains(word);

    private static bool OnlyReads(UploadUrlCandidate candidate)
        => candidate.Create.Operation.HttpMethod == "GET" && !SaysUpload(candidate) && !IsWrite(candidate);

    private static bool IsTus(PropertyModel property) => UploadWords.Split(property.JsonName).Contains("tus");

    private static bool SaysFinished(UploadUrlCandidate candidate)
        => ResultPhrases.Any(phrase => Description(candidate).Contains(phrase) || candidate.Create.Prose.Contains(phrase));

    private static bool HasHeaders(UploadUrlCandidate candidate) => candidate.Session.Texts.Headers(candidate.Siblings) is not null;

    private static bool HasMethod(UploadUrlCandidate candidate) => candidate.Siblings.Any(FlowMembers.IsMethod);

    /// <summary>A bare URL, the id of what was opened, and when that ends: there is nothing else that it could be for.</summary>
    private static bool IsOfUpload(UploadUrlCandidate candidate)
        => candidate.UrlWords.Count == 1
            && candidate.Create.Operation.HttpMethod is "POST" or "GET"
            && candidate.Create.Words.Intersect(UploadWords.Uploads).Any()
            && candidate.Siblings.Any(FlowMembers.IsExpiry)
            && candidate.Siblings.Any(FlowMembers.IsIdentifier);

    private static bool HasFieldsOfUpload(UploadUrlCandidate candidate)
        => HasFields(candidate) && candidate.UrlWords.Concat(candidate.ParentWords).Concat(candidate.Create.Words).Intersect(FormWords).Any();

    private static bool HasFields(UploadUrlCandidate candidate) => candidate.Session.Texts.Fields(candidate.Siblings) is not null;

    private static string Description(UploadUrlCandidate candidate) => (candidate.Url.Description ?? "").ToLowerInvariant();

    private sealed record Signal(string Name, int Points, bool IsStrong, Func<UploadUrlCandidate, bool> Applies);
}
