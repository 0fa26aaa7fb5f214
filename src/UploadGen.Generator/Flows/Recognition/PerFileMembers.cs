using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Recognizes what a request says of one file alone: the place that it goes to, or what it is. Said once for many files, each would take the place of the
/// one before.
/// </summary>
internal sealed class PerFileMembers(FlowDocument document)
{
    /// <summary>What names a place, or holds what is to be said of it, as the last word of a name.</summary>
    private static readonly string[] Places =
    [
        "key", "path", "filepath", "name", "filename", "file", "object", "blob", "target", "destination", "dest", "slug", "metadata", "attributes", "content",
        "data",
    ];

    /// <summary>What is a file itself, so that its id is a place.</summary>
    private static readonly string[] FileThings =
        ["file", "object", "blob", "asset", "video", "image", "photo", "picture", "audio", "track", "recording", "media", "artifact"];

    /// <summary>What makes two requests one: the second gets the URL of the first.</summary>
    private static readonly string[] RequestNames = ["request id", "client request id", "client token", "client request token", "request token"];

    /// <summary>What holds many files, or isn't about a file at all: its name, key or path is the same for all of them.</summary>
    private static readonly string[] Containers =
    [
        "folder", "directory", "dir", "bucket", "container", "account", "project", "team", "org", "organization", "organisation", "workspace", "tenant",
        "user", "owner", "author", "space", "drive", "library", "repo", "repository", "site", "group", "parent", "base", "prefix", "root", "collection",
        "dataset", "catalog", "catalogue", "album", "gallery", "playlist", "channel", "topic", "store", "region", "model", "app", "application",
        "environment", "api", "access", "secret", "private", "public", "encryption", "kms", "license", "auth", "partition", "sort", "server", "host",
        "domain", "database", "table", "schema", "service", "client", "customer", "company", "queue", "index", "tag", "category", "template", "profile",
        "first", "last", "sender", "branch", "package", "ticket", "issue", "task", "event", "course",
    ];

    private static readonly string[] Digests =
        ["md5", "sha", "sha1", "sha256", "sha512", "crc32", "crc32c", "crc64", "checksum", "hash", "digest", "etag", "fingerprint"];

    private static readonly string[] Measures = ["size", "bytes", "length", "duration", "width", "height"];

    /// <summary>What a size is of that isn't the file.</summary>
    private static readonly string[] NotOfFile =
        ["max", "min", "maximum", "minimum", "limit", "page", "batch", "window", "buffer", "thumbnail", "font", .. UploadWords.Parts];

    private static readonly string[] Ordinals = ["index", "position", "order", "ordinal", "sequence", "slot"];
    private static readonly string[] Ids = ["id", "uuid", "guid", "identifier", "ref", "reference"];

    /// <summary>Whose an id is that the caller gives.</summary>
    private static readonly string[] Foreign =
        ["external", "custom", "own", "foreign", "remote", "correlation", "reference", "unique", "client", "source", "my"];

    private static readonly string[] Kinds = ["extension", "file extension", "ext", "file ext", "file type"];

    /// <summary>Objects whose plain <c>name</c> is the file's.</summary>
    private static readonly string[] FileObjects = ["file", "object", "blob", "target", "asset", "upload", "attributes", "metadata", "resource", "item"];

    /// <summary>Whether a parameter of an operation is told for each file.</summary>
    public bool IsPerFile(OperationModel operation, ParameterModel parameter)
        => parameter.In == ParameterIn.Path
            ? UploadSlot.Of(operation) == parameter || (IsString(parameter.Type) && SaysPlace(PathWords(operation, parameter)))
            : Says(parameter.WireName, parameter.Type) || Holds(parameter.WireName, parameter.Type);

    /// <summary>Whether a member of a body, or a field of a form, is told for each file.</summary>
    public bool IsPerFile(string wireName, TypeRef type)
        => Says(wireName, type)
            || (IsString(type) && RequestNames.Contains(string.Join(" ", UploadWords.Split(wireName))))
            || Holds(wireName, type);

    public static bool IsContainer(IEnumerable<string> words) => words.Intersect(Containers).Any();

    /// <summary>Whether an object, or one in a list, has a member that is told for each file.</summary>
    private bool Holds(string name, TypeRef type)
    {
        var words = UploadWords.Split(name);
        var isOfFile = words.Count > 0 && FileObjects.Contains(words[words.Count - 1]);
        return document.Record(type.AsNonNullable() is ListType list ? list.Item : type)?.Properties.Any(IsTold) == true;

        bool IsTold(PropertyModel property)
            => (isOfFile && FlowMembers.RoleOf(property) is not null)
                || (!IsContainer(words) && !FlowMembers.Is(property, "name") && Says(property.JsonName, property.Type));
    }

    private static bool Says(string name, TypeRef type)
    {
        var words = UploadWords.Split(name);
        if (words.Count == 0)
        {
            return false;
        }

        if (type.AsNonNullable() is ScalarType { IsNumber: true })
        {
            return IsMeasure(words) || IsOrdinal(words);
        }

        if (type.AsNonNullable() is NamedType { Kind: NamedKind.Enum })
        {
            return IsOrdinal(words);
        }

        return IsString(type)
            && (SaysPlace(words)
                || IsOrdinal(words)
                || IsMeasure(words)
                || IsForeignId(words)
                || IsIdOfFile(words)
                || IsUrlOfFile(words)
                || Kinds.Contains(string.Join(" ", words))
                || FlowMembers.IsMediaType(words));
    }

    /// <summary>A size or length of the file, in whatever unit; no limit, and none of a part.</summary>
    private static bool IsMeasure(IReadOnlyList<string> words)
        => words.Intersect(Measures).Any() && !words.Intersect(NotOfFile).Any() && !IsContainer(words);

    private static bool IsOrdinal(IReadOnlyList<string> words)
        => words.Count > 0 && Ordinals.Contains(words[words.Count - 1]) && !words.Intersect(NotOfFile).Any() && !IsContainer(words.Take(words.Count - 1));

    /// <summary>An id that the caller gives: two files that have the same are one.</summary>
    private static bool IsForeignId(IReadOnlyList<string> words)
        => words.Count > 0
            && Ids.Contains(words[words.Count - 1])
            && (words.Count == 1 || words.Take(words.Count - 1).All(word => Foreign.Contains(word) || FileThings.Contains(word)));

    private static bool IsString(TypeRef type)
        => type.AsNonNullable() is ScalarType { Kind: Scalar.String or Scalar.Uri or Scalar.Guid or Scalar.Bytes };

    private static bool SaysPlace(IReadOnlyList<string> words) => NamesPlace(words) || IsDigest(words);

    private static bool NamesPlace(IReadOnlyList<string> words)
        => words.Count > 0 && Places.Contains(words[words.Count - 1]) && !IsContainer(words.Take(words.Count - 1));

    private static bool IsDigest(IReadOnlyList<string> words) => words.Intersect(Digests).Any();

    private static bool IsIdOfFile(IReadOnlyList<string> words)
        => words.Count > 1 && words[words.Count - 1] == "id" && FileThings.Contains(words[words.Count - 2]);

    /// <summary>Where the file is to be, or to be known by: a bare URL, or that of a file. One that is called back is the same for all.</summary>
    private static bool IsUrlOfFile(IReadOnlyList<string> words)
        => UploadUrlSignals.IsNoun(words[words.Count - 1])
            && words.Take(words.Count - 1).All(word => FileThings.Contains(word) || FileObjects.Contains(word) || Places.Contains(word));

    /// <summary>The words of a parameter's name, after what the path says that it is the name of where it is one word.</summary>
    private static IReadOnlyList<string> PathWords(OperationModel operation, ParameterModel parameter)
        => UploadWords.Split(parameter.WireName) is { Count: 1 } words && UploadSlot.Holder(operation, parameter) is { } holder
            ? [holder, .. words]
            : UploadWords.Split(parameter.WireName);
}
