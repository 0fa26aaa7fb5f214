using System.Text.RegularExpressions;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>
/// Finds operations that go on with what an upload gave, and of which names and texts don't tell for sure that they complete it: a URL of the file under another
/// name, a state deep in the body, a GET that says to finish. They are asked about.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="create">The operation that opens the upload.</param>
/// <param name="session">Its answer.</param>
internal sealed class UnclearUses(FlowDocument document, OperationModel create, SessionMembers session)
{
    /// <summary>What more operations take is the file, for any use.</summary>
    private const int MostTakers = 2;

    private const int MaxDepth = 4;

    private static readonly string[] Verbs = ["confirm", "complete", "commit", "finalize", "finalise", "finish"];
    private static readonly string[] Waiting = ["open", "pending", "waiting", "created", "new", "draft", "uploading", "initiated", "started", "incomplete"];
    private static readonly string[] Keys = ["key", "token", "path", "handle", "ticket"];

    /// <summary>What the URL is called by which an uploaded file is fetched.</summary>
    private static readonly string[] OfFile =
        [.. UploadWords.Files, "public", "cdn", "final", "get", "access", "download", "resource", "source", "remote", "permanent", "canonical"];

    private static readonly Regex SpeaksOfUploaded = new(
        @"\buploaded\b|\b(returned|given|received|obtained|from)\b[^.]{0,40}\bupload", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex SpeaksOfUse = new(
        @"\b(once|after|when) [^.]{0,80}\bupload[^.]{0,80}\b(use|pass|provide|supply|set|submit|specify|include) (this|it|the (field|value|id|key|token))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly CompletionPaths _paths = new(create);
    private readonly List<MemberPath> _urls = session.Single
        .Where(member => UploadUrlSignals.IsUrl(member.Property))
        .Where(member => !IsOfUpload(member.Property.JsonName) && !IsCalledBack(member.Property.JsonName))
        .Select(member => member.Path)
        .ToList();

    /// <param name="candidates">The operations that could complete an upload at all.</param>
    public FoundCompletion? Find(IReadOnlyList<OperationModel> candidates)
    {
        var setting = candidates.Select(operation => (Operation: operation, Why: Setting(operation))).FirstOrDefault(found => found.Why is not null);
        var taking = candidates.Select(operation => (Operation: operation, Why: Taking(operation))).Where(found => found.Why is not null).ToList();
        var found = setting.Why is not null ? setting
            : taking.Count is > 0 and <= MostTakers ? taking[0]
            : document.Operations.Select(operation => (Operation: operation, Why: Reading(operation))).FirstOrDefault(reading => reading.Why is not null);
        if (found.Why is not null)
        {
            return new FoundCompletion(Step: null, Open: $"'{found.Operation.Id}' {found.Why}") { Candidates = [found.Operation] };
        }

        return WantedLater() is { } member
                ? new FoundCompletion(Step: null, Open: $"{member} is to be used once the file is uploaded, and by which operation isn't known")
            : CompletionWords.SaysStep(create)
                ? new FoundCompletion(Step: null, Open: $"the text of '{create.Id}' says that it has to be completed, and by which operation isn't known")
            : null;
    }

    /// <summary>A member of the answer that by its text is handed on after the upload. Of a URL that may be said because the file can be read there.</summary>
    private string? WantedLater()
        => session.Single
            .FirstOrDefault(member => !UploadUrlSignals.IsUrl(member.Property) && SpeaksOfUse.IsMatch(member.Property.Description ?? ""))?
            .Path.JsonName;

    /// <summary>Sets, on what was opened, a state that isn't told in plain words, or that stands in an object.</summary>
    private string? Setting(OperationModel operation)
    {
        if (operation.HttpMethod is not ("PATCH" or "PUT") || _paths.BelowId(operation) is not { IsUpload: true })
        {
            return null;
        }

        var members = Members(operation).ToList();
        return members.Find(member => member.Holder is not null && StateArguments.SaysUploaded(member.Property)) is { Path: { } flag }
                ? $"sets {flag}, and how a call would say that isn't known"
            : members.Find(member => IsWaitingState(member.Property)) is { Path: { } state }
                ? $"sets {state}, and which value says that the file is uploaded isn't told"
            : null;
    }

    /// <summary>Takes the file's URL or key under another name, or by its text; or makes what is called an upload.</summary>
    private string? Taking(OperationModel operation)
    {
        const string Open = ", and whether that completes the upload isn't told";
        return KeyInForm(operation) is { } key ? $"takes {key} in a form{Open}"
            : KeyOfUpload(operation) is { } parameter ? $"takes {parameter}{Open}"
            : Members(operation).FirstOrDefault(member => TakesFile(operation, member.Property, member.Holder)) is { Path: { } taken } ? $"takes {taken}{Open}"
            : IsOfUploads(operation) ? $"makes what is called an upload{Open}"
            : null;
    }

    /// <summary>The key that an operation takes which says that it completes the upload, in a form as APIs without JSON have it.</summary>
    private string? KeyInForm(OperationModel operation)
    {
        var isEnd = _paths.IsDirectlyBelow(operation) && CompletionPaths.Says(operation.Path, UploadWords.Confirms);
        return (operation.Body as FormBodyModel)?.Fields
            .Where(field => MentionsKey(field.Description)
                || (session.Identifiers.Any(member => member.Property.JsonName == field.WireName) && (isEnd || UploadWords.Split(field.WireName).Count > 1)))
            .Select(field => field.WireName)
            .FirstOrDefault();
    }

    /// <summary>Whether a text names a key of the upload as the answer does.</summary>
    private bool MentionsKey(string? text)
        => text is not null && session.Identifiers
            .Select(member => member.Property.JsonName)
            .Any(name => UploadWords.Split(name) is { Count: > 1 } words
                && !words.Intersect(UploadWords.Others).Any()
                && Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b", RegexOptions.CultureInvariant));

    /// <summary>The upload's key, beside something in the path that isn't known.</summary>
    private string? KeyOfUpload(OperationModel operation)
        => CompletionPaths.Says(operation.Path, UploadWords.Confirms)
            ? operation.Parameters
                .Where(parameter => UploadWords.Split(parameter.WireName).Intersect(UploadWords.Uploads).Any())
                .Where(parameter => new SessionKeys(create, session).Find(parameter.WireName, parameter.Type) is not null)
                .Select(parameter => parameter.WireName)
                .FirstOrDefault()
            : null;

    private string? Reading(OperationModel operation)
        => operation.HttpMethod == "GET" && _paths.BelowId(operation) is { } below && below.Says(Verbs) && CompletionWords.SaysOnly(operation, Verbs, create)
            ? "is called after completing the upload, and may only tell whether it is complete, as a GET does"
            : null;

    private bool TakesFile(OperationModel operation, PropertyModel property, string? holder)
        => Text(property.Type.AsNonNullable())
            && ((UploadUrlSignals.IsUrl(property) ? TakesUrl(operation, property, holder) : TakesKey(property))
                || MentionsKey(property.Description)
                || (SpeaksOfUploaded.IsMatch(property.Description ?? "") && (UploadUrlSignals.IsUrl(property) || FlowMembers.IsIdentifier(property))));

    private bool TakesUrl(OperationModel operation, PropertyModel property, string? holder)
    {
        var words = WithoutNoun(property.JsonName);
        return _urls.Exists(url => IsMeant(url, words, holder))
            || (_urls.Count > 0 && CompletionPaths.Says(operation.Path, [.. UploadWords.Confirms, .. UploadWords.Continues]) && IsNear(operation));
    }

    /// <summary>The same name; a bare one in an object of the same name; or names that both are a file's, and no more.</summary>
    private static bool IsMeant(MemberPath url, List<string> words, string? holder)
    {
        var own = WithoutNoun(url.Last.JsonName);
        var parent = url.Steps.Count > 1 ? url.Steps[url.Steps.Count - 2].JsonName : null;
        return own.Count == 0 && words.Count > 0 ? url.Last.JsonName == "url" && words.All(UploadWords.Files.Contains)
            : words.Count == 0
            ? holder is not null && holder == parent && !SessionMembers.IsWrapper(holder)
            : own.Count > 0 && (own.SequenceEqual(words) || (own.All(OfFile.Contains) && words.All(UploadWords.Files.Contains)));
    }

    /// <summary><c>media_key</c>, where the answer has a <c>file_key</c>.</summary>
    private bool TakesKey(PropertyModel property)
        => IsKeyOfFile(UploadWords.Split(property.JsonName), out var last)
            && session.Identifiers.Any(member => IsKeyOfFile(UploadWords.Split(member.Property.JsonName), out var own) && own == last);

    private static bool IsKeyOfFile(IReadOnlyList<string> words, out string last)
    {
        last = words.Count == 0 ? "" : words[words.Count - 1];
        return words.Count > 1
            && Keys.Contains(last)
            && words.Take(words.Count - 1).All(word => UploadWords.Files.Contains(word) || UploadWords.Uploads.Contains(word));
    }

    private bool IsWaitingState(PropertyModel property)
        => StateArguments.IsState(property.JsonName)
            && document.Enum(property.Type) is { } states
            && states.Values.Any(value => Waiting.Contains(value.Value.ToLowerInvariant()))
            && session.Single.Any(member => member.Property.JsonName == property.JsonName);

    /// <summary><c>POST /uploads</c> beside <c>POST /upload-requests</c>.</summary>
    private bool IsOfUploads(OperationModel operation)
        => operation.HttpMethod == "POST"
            && !_paths.IsSame(operation)
            && operation.Path.TrimEnd('/').EndsWith("/uploads", StringComparison.Ordinal)
            && document.Request(operation) is not null
            && session.Identifiers.Any();

    /// <summary>Whether it is on the thing that the upload is opened on.</summary>
    private bool IsNear(OperationModel operation)
        => operation.Path.LastIndexOf('}') + 1 is > 0 and var end && create.Path.StartsWith(operation.Path.Substring(0, end), StringComparison.Ordinal);

    private IEnumerable<(string Path, PropertyModel Property, string? Holder)> Members(OperationModel operation)
        => document.Request(operation) is { } request ? Members(request, "", null, depth: 1) : [];

    private IEnumerable<(string Path, PropertyModel Property, string? Holder)> Members(RecordModel record, string path, string? holder, int depth)
        => record.Properties.Where(property => !property.IsReadOnly).SelectMany(property =>
        {
            var type = property.Type.AsNonNullable() is ListType list ? list.Item : property.Type;
            var inner = depth < MaxDepth && document.Record(type) is { } held
                ? Members(held, $"{path}{property.JsonName}.", property.JsonName, depth + 1)
                : [];
            return inner.Prepend((path + property.JsonName, property, holder));
        });

    private static bool IsOfUpload(string name)
        => UploadWords.Split(name).Any(word => UploadWords.Stages.Contains(word) || UploadWords.Parts.Contains(word) || word == "put");

    /// <summary>Where somebody is told of something, or sent to.</summary>
    private static bool IsCalledBack(string name) => UploadWords.Split(name).Any(word => word is "callback" or "webhook" or "redirect" or "return" or "notify");

    private static List<string> WithoutNoun(string name) => UploadWords.Split(name).Where(word => !UploadUrlSignals.SaysUrl(word)).ToList();

    private static bool Text(TypeRef type) => type is ScalarType { Kind: Scalar.String or Scalar.Uri };
}
