using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>What an operation says about itself, for all the URLs in its answer at once.</summary>
internal sealed class CreateFacts
{
    /// <summary>What is done with a file to read it.</summary>
    private static readonly string[] Reads =
    [
        "download", "downloads", "export", "exports", "preview", "previews", "view", "show", "share", "read", "stream", "play", "playback", "report", "reports",
        "recording", "recordings", "archive", "archives",
    ];

    private static readonly string[] Sources = ["input", "source", "src", "origin", "original", "from", "remote", "download"];

    private readonly Lazy<IReadOnlyList<string>> _words;
    private readonly Lazy<string> _prose;
    private readonly Lazy<bool> _announcesFile;
    private readonly Lazy<bool> _asksForParts;
    private readonly Lazy<bool> _namesPart;
    private readonly Lazy<bool> _isToldNumber;
    private readonly Lazy<HashSet<FileRole>> _announced;
    private readonly Lazy<bool> _namesSource;
    private readonly Lazy<bool> _renews;
    private readonly Lazy<bool> _asksForUrl;
    private readonly Lazy<HashSet<string>> _said;

    public CreateFacts(OperationModel operation, RecordModel? request)
    {
        Operation = operation;
        _words = new(() => [.. UploadWords.Split(operation.Path), .. UploadWords.Split(operation.Id)]);
        _prose = new(() => (operation.Summary + " " + operation.Description).ToLowerInvariant());

        // A name alone announces nothing: everything has one.
        _announcesFile = new(() => request?.Properties.Any(property => FlowMembers.RoleOf(property) is not null && !FlowMembers.Is(property, "name")) == true
            || operation.Parameters.Any(parameter => FlowMembers.RoleOf(parameter) is not null));
        _announced = new(() => new(
            (request?.Properties ?? []).Select(FlowMembers.RoleOf).Concat(operation.Parameters.Select(FlowMembers.RoleOf)).OfType<FileRole>()));
        _renews = new(() => Words.Intersect(UploadWords.Renews).Any()
            || UrlProse.SaysRenewal(operation.Summary)
            || UrlProse.SaysRenewal(operation.Description));
        _namesSource = new(() => request?.Properties.Any(IsSource) == true);
        _said = new(() => new(
            (request?.Properties ?? []).Select(property => (property.JsonName, property.Type))
                .Concat(operation.Parameters.Select(parameter => (JsonName: parameter.WireName, parameter.Type)))
                .Where(said => said.Type.AsNonNullable() is not ScalarType { Kind: Scalar.Boolean })
                .Select(said => said.JsonName),
            StringComparer.Ordinal));
        _namesPart = new(() => request?.Properties.Any(property => IsPart(property.JsonName, property.Type, property.Description)) == true
            || operation.Parameters.Any(parameter => IsPart(parameter.WireName, parameter.Type, parameter.Description)
                || (parameter.In == ParameterIn.Path && PartMembers.IsOfPart(parameter))));
        _isToldNumber = new(() => request?.Properties.Any(property => property.IsRequired && PartMembers.IsNumber(property.JsonName, property.Type)) == true
            || operation.Parameters.Any(parameter => parameter.IsRequired && PartMembers.IsNumber(parameter.WireName, parameter.Type)));
        _asksForUrl = new(() => Names(operation).Any(name => IsUrlOfUpload(UploadWords.Split(name))));
        _asksForParts = new(() => operation.Parameters.Any(parameter => UploadWords.Split(parameter.WireName).Intersect(UploadWords.Parts).Any()));
    }

    public OperationModel Operation { get; }

    /// <summary>The words of path and operationId.</summary>
    public IReadOnlyList<string> Words => _words.Value;

    /// <summary>Summary and description, in lower case.</summary>
    public string Prose => _prose.Value;

    /// <summary>Whether the request tells a file's name, size or media type.</summary>
    public bool AnnouncesFile => _announcesFile.Value;

    /// <summary>Whether the request must tell from where a file is taken: then nobody sends it.</summary>
    public bool NamesSource => _namesSource.Value;

    /// <summary>Whether the operation by its name makes, or gives, what is to be read.</summary>
    public bool SaysReading => Words.Any(Reads.Contains) || UrlProse.SaysReading(Prose);

    /// <summary>Whether the request must tell the number of a part, or several: what opens an upload has no parts yet.</summary>
    public bool IsToldNumber => _isToldNumber.Value;

    /// <summary>Whether the operation gives an upload that is open another URL.</summary>
    public bool Renews => _renews.Value;

    /// <summary>Whether the operation by its name ends an upload: its id begins, or its path ends, with a word for that.</summary>
    public bool IsEnd
        => UploadWords.Split(Operation.Id) is { Count: > 0 } id && UploadWords.Confirms.Contains(id[0])
            || CompletionPaths.Says(Operation.Path, UploadWords.Confirms);

    /// <summary>Whether the operation is called after the URL of an upload: <c>getUploadUrl</c>, <c>/temporary-upload-link</c>.</summary>
    public bool AsksForUrl => _asksForUrl.Value;

    public bool AsksForParts => _asksForParts.Value;

    /// <summary>Whether the request tells a fact of a file.</summary>
    public bool Announces(FileRole fact) => _announced.Value.Contains(fact);

    /// <summary>Whether the request has a member, or parameter, of a name.</summary>
    public bool Says(string wireName) => _said.Value.Contains(wireName);

    /// <summary>Whether the request says which part, or parts, of an upload it is about.</summary>
    public bool NamesPart => _namesPart.Value;

    /// <summary>The names of an operation. <c>GET /uploads/{id}/url</c> is called <c>getUploadUrl</c>, too, so below an id only the last word of its path counts.</summary>
    private static IEnumerable<string> Names(OperationModel operation)
    {
        var segments = operation.Path.TrimEnd('/').Split('/');
        return operation.HttpMethod == "GET" && operation.Path.Contains("{") ? segments.Skip(segments.Length - 1) : segments.Append(operation.Id);
    }

    private static bool IsUrlOfUpload(IReadOnlyList<string> words)
        => words.Any(word => word is "uploadurl" or "uploadurls") || words.Intersect(UploadWords.Uploads).Any()
            && words.Any(word => UploadUrlSignals.IsNoun(word) || word is "location" or "target")
            && !words.Intersect(UploadWords.Confirms).Any();

    private static bool IsPart(string name, TypeRef type, string? description)
        => PartMembers.IsNumber(name, type) || PartMembers.SaysNumber(type, description);

    private static bool IsSource(PropertyModel property)
        => property.IsRequired && UploadUrlSignals.IsUrl(property) && UploadWords.Split(property.JsonName).Intersect(Sources).Any();
}
