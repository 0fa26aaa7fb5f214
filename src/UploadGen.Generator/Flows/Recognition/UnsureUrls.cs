using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>A member of an answer that may be where a file goes.</summary>
/// <param name="Member">The member.</param>
/// <param name="Why">What says so, and what is open.</param>
/// <param name="IsStatable">Whether a statement can say how the file goes there.</param>
/// <param name="Fields">The fields of a form that come with it.</param>
internal sealed record UnsureUrl(AnswerMember Member, string Why, bool IsStatable = true, MemberPath? Fields = null)
{
    public override string ToString()
        => $"{Why}. Its operations are generated, and no call that does all; "
            + (IsStatable
                ? $"say \"x-uploadgen\": {Statement}, or false if it is none"
                : "send the file there by your own HttpClient, or say x-uploadgen: false");

    private string Statement
        => Fields is null
            ? $"{{ \"url\": \"{Member.Path.Expression}\", \"method\": \"PUT\" }} (\"POST\" for a form)"
            : $"{{ \"url\": \"{Member.Path.Expression}\", \"fields\": \"{Fields.Expression}\" }}";
}

/// <summary>Finds what may be the URL of an upload where too little says that an operation opens one. It is asked about, not passed over.</summary>
/// <param name="document">The document.</param>
/// <param name="create">The operation.</param>
/// <param name="session">Its answer.</param>
internal sealed class UnsureUrls(FlowDocument document, CreateFacts create, SessionMembers session)
{
    /// <summary>An answer with more members is a thing, and not an upload.</summary>
    private const int MostMembers = 10;

    /// <summary>A form for storage has a dozen fields.</summary>
    private const int MostFields = 20;

    /// <summary>What an upload URL that is for something else is called by, too.</summary>
    private static readonly string[] Otherwise =
    [
        .. UploadWords.Confirms, .. UploadWords.Aborts, .. UploadWords.Parts, "status", "callback", "webhook", "download", "log", "logs", "error", "page",
    ];

    private static readonly string[] Ends = [.. UploadWords.Confirms, .. UploadWords.Aborts, .. UploadWords.Renews];

    /// <summary>What a form is sent to, beside what is called a URL.</summary>
    private static readonly string[] Targets = ["host", "action", "endpoint", "bucket"];

    /// <summary>What holds the file itself, or says where to fetch it.</summary>
    private static readonly string[] Files =
        ["content", "contents", "data", "base64", "body", "file", "image", "attachment", "payload", "bytes", "url", "uri", "urls", "link"];

    public UnsureUrl? Find() => Form() ?? Chunks() ?? Called() ?? Bare() ?? Credentials();

    /// <summary>Whether members are a form by their names: what it is sent to, and its fields.</summary>
    public static bool IsForm(IReadOnlyList<PropertyModel> members)
        => members.Any(member => FlowMembers.Is(member, "action")) && members.Any(member => FlowMembers.Is(member, "fields"));

    /// <summary>A policy and its signature are for a form, whatever the operation is called, and so are fields.</summary>
    private UnsureUrl? Form()
        => session.Single.Where(member => IsTarget(member.Property)).Select(Form).FirstOrDefault(found => found is not null);

    private UnsureUrl? Form(AnswerMember target)
    {
        var beside = session.Single.Where(member => member.Declaring == target.Declaring && member != target).ToList();
        if (create.Operation.HttpMethod == "POST" && create.AnnouncesFile && session.Texts.Fields(beside.Select(member => member.Property)) is { } fields)
        {
            var path = beside.First(member => member.Property == fields).Path;
            var open = $"{path.JsonName} comes with {target.Path.JsonName}, as the fields of a form do, and nothing says that a file goes there";
            return new UnsureUrl(target, open, Fields: path);
        }

        return beside.Count <= MostFields && Ending("policy") is { } policy && Ending("signature") is { } signature
            ? new UnsureUrl(
                target,
                $"{policy} and {signature} come with {target.Path.JsonName}, as the fields of a form do, and which members are fields isn't told",
                IsStatable: false)
            : null;

        string? Ending(string word)
            => beside.Find(member => IsString(member.Property) && UploadWords.Last(member.Property.JsonName) == word)?.Path.JsonName;
    }

    /// <summary>One that is called after uploads.</summary>
    public UnsureUrl? Called()
        => create.Operation is { HttpMethod: "POST", Body: null or JsonBodyModel }
            && session.All.FirstOrDefault(IsCalled) is { } found
                ? new UnsureUrl(
                    found,
                    $"{found.Path.JsonName} is called the URL of an upload, and nothing else says that one is opened here",
                    IsStatable: found.List == SessionList.None)
                : null;

    /// <summary>A URL that isn't, of an operation that is, and is told of a file.</summary>
    private UnsureUrl? Bare()
        => create.Operation is { HttpMethod: "POST" or "GET", Body: null or JsonBodyModel }
            && (create.AsksForUrl || (create.AnnouncesFile && create.Words.Intersect(UploadWords.Uploads).Any()))
            && !create.Words.Intersect(Ends).Any()
            && !CarriesFile()
            && session.Session.Properties.Count <= MostMembers
            && session.Single.FirstOrDefault(member => IsBare(member) && !HasDoubt(member)) is { } found
                ? new UnsureUrl(found, $"'{create.Operation.Id}' speaks of an upload, and whether the file goes to {found.Path.JsonName} isn't told")
                : null;

    /// <summary>A URL for the pieces of a file, and one that ends it.</summary>
    private UnsureUrl? Chunks()
        => Url(UploadWords.Parts) is { } pieces && Url(UploadWords.Confirms) is { } end
            ? new UnsureUrl(pieces, $"{pieces.Path.JsonName} and {end.Path.JsonName} are for a file in parts, and how they go isn't told", IsStatable: false)
            : null;

    private AnswerMember? Url(string[] words)
        => session.Single.FirstOrDefault(member => UploadUrlSignals.IsUrl(member.Property)
            && UploadWords.Split(member.Property.JsonName).Intersect(words).Any());

    /// <summary>Keys of a store, for whoever has a client of that store.</summary>
    private UnsureUrl? Credentials()
    {
        var isUpload = create.Words.Intersect(UploadWords.Uploads).Any();
        var secret = session.Single.FirstOrDefault(member => UploadWords.Split(member.Property.JsonName) is var words
            && words.Contains("secret") && words.Contains("access")
            && (isUpload || UploadWords.Split(member.Path.JsonName).Intersect(UploadWords.Uploads).Any()));
        var bucket = session.Single.FirstOrDefault(member => UploadWords.Split(member.Property.JsonName).Contains("bucket"));
        return secret is null || bucket is null ? null : new UnsureUrl(
            bucket, $"{secret.Path.JsonName} comes with {bucket.Path.JsonName}: the file goes there by a client of that store", IsStatable: false);
    }

    private bool HasDoubt(AnswerMember member) => UploadUrlSignals.HasDoubt(new UploadUrlCandidate(create, session, member));

    private bool IsCalled(AnswerMember member)
        => IsOfUpload(member.Property) && IsOutside(member) && !IsThing(member.Declaring) && !HasDoubt(member);

    private static bool IsOutside(AnswerMember member)
        => member.Parent is null || SessionMembers.IsWrapper(member.Parent) || member.List == SessionList.Files;

    private static bool IsBare(AnswerMember member)
        => (UploadUrlSignals.IsUrl(member.Property) || (SessionMembers.IsWrapper(member.Property.JsonName) && UrlProse.SaysUrl(member.Property.Description)))
            && member.Property.Type.AsNonNullable() is ScalarType
            && !UploadWords.Split(member.Property.JsonName).Intersect(Otherwise.Except(UploadWords.Parts)).Any()
            && !UrlProse.SaysReading(member.Property.Description);

    private static bool IsTarget(PropertyModel property)
        => IsString(property)
            && (UploadUrlSignals.IsUrl(property) || (UploadWords.Split(property.JsonName) is { Count: > 0 } words && Targets.Contains(words[words.Count - 1])));

    /// <summary>Whether the request has the file in it, or tells where to fetch it.</summary>
    private bool CarriesFile()
        => (document.Request(create.Operation)?.Properties ?? []).Any(property => property.Type.AsNonNullable() is ScalarType { Kind: Scalar.Bytes }
            || (IsString(property) && UploadWords.Split(property.JsonName) is { Count: > 0 } words && Files.Contains(words[words.Count - 1])));

    /// <summary>Whether the answer is a thing, which has URLs for all that can be done with it.</summary>
    private static bool IsThing(RecordModel answer)
        => answer.Properties.Count > MostMembers
            || answer.Properties.Any(property => UploadUrlSignals.IsUrl(property) && !IsCalledUpload(property));

    private static bool IsCalledUpload(PropertyModel property) => UploadWords.Split(property.JsonName).Intersect(UploadWords.Uploads).Any();

    private static bool IsOfUpload(PropertyModel property)
        => UploadUrlSignals.IsUrl(property)
            && property.Type.AsNonNullable() is ScalarType
            && IsCalledUpload(property)
            && !UploadWords.Split(property.JsonName).Intersect(Otherwise).Any();

    private static bool IsString(PropertyModel property) => property.Type.AsNonNullable() is ScalarType { Kind: Scalar.String or Scalar.Uri };
}
