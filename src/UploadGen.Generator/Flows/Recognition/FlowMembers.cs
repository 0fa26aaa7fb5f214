using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Recognizes the members of upload requests and answers by the names that vendors give them.</summary>
internal static class FlowMembers
{
    private static readonly string[] FileNames = ["filename", "file name", "original filename", "name"];
    private static readonly string[] Sizes = ["size bytes", "file size", "size", "length", "bytes", "content length", "total bytes", "declared size bytes",
        "size in bytes", "file size bytes", "file size in bytes", "byte size", "bytes size", "size of file"];
    private static readonly string[] MediaTypes = ["mime type", "content type", "media type", "mime"];
    private static readonly string[] Methods = ["method", "http method", "verb", "http verb", "request method"];
    private static readonly string[] IdentifierEnds =
        ["id", "uid", "uuid", "guid", "key", "token", "identifier", "ref", "reference", "ticket", "handle", "slug"];

    /// <summary>Query parameters speak of pages and filters too, so their names must leave no doubt.</summary>
    private static readonly string[] PlainNames = ["name", "size", "length", "bytes"];

    /// <summary>Headers by which a session is told of the file that is sent later: tus', and Google's storage's.</summary>
    private static readonly string[] HeaderSizes = ["upload length", "x upload content length"];
    private static readonly string[] HeaderMediaTypes = ["x upload content type"];

    /// <summary>What the file itself can answer in a create request, or null.</summary>
    public static FileRole? RoleOf(PropertyModel property) => RoleOf(property.Type, property.JsonName, property.Description);

    public static FileRole? RoleOf(ParameterModel parameter) => parameter.In switch
    {
        ParameterIn.Query when !Is(parameter.WireName, PlainNames) => RoleOf(parameter.Type, parameter.WireName, parameter.Description),
        ParameterIn.Header => OfSession(parameter.WireName, (parameter.Type.AsNonNullable() as ScalarType)?.Kind),
        _ => null,
    };

    private static FileRole? OfSession(string header, Scalar? kind) => kind switch
    {
        Scalar.Int32 or Scalar.Int64 or Scalar.UInt64 when Is(header, HeaderSizes) => FileRole.Size,
        Scalar.String when Is(header, HeaderMediaTypes) => FileRole.MediaType,
        _ => null,
    };

    public static bool IsExpiry(PropertyModel property)
        => UploadWords.Split(property.JsonName).Any(word => word is "expires" or "expiry" or "expiration" or "expire" or "timeout" or "ttl");

    public static bool IsIdentifier(PropertyModel property) => IsIdentifier(property.JsonName);

    /// <summary>Whether something of this name tells one thing from others.</summary>
    public static bool IsIdentifier(string name) => UploadWords.Split(name) is { Count: > 0 } words && IdentifierEnds.Contains(words[words.Count - 1]);

    /// <summary>The method by which the file goes to its URL.</summary>
    public static bool IsMethod(PropertyModel property) => IsMethod(property.JsonName);

    /// <summary>Whether something of this name says by which method a URL is used.</summary>
    public static bool IsMethod(string name) => Is(name, Methods);

    /// <summary>Whether a member has one of these names, however its words are joined.</summary>
    public static bool Is(PropertyModel property, params string[] names) => Is(property.JsonName, names);

    public static bool IsMediaType(string name) => Is(name, MediaTypes);

    /// <summary>Whether a name ends as that of a media type: <c>X-Upload-Content-Type</c>.</summary>
    public static bool IsMediaType(IReadOnlyList<string> words) => EndsAs(words, MediaTypes);

    /// <summary>Whether a name ends as that of a file's size, and can't be that of anything else.</summary>
    public static bool IsSize(IReadOnlyList<string> words) => EndsAs(words, Sizes.Except(PlainNames));

    /// <summary>What the description says of a member counts before its name.</summary>
    private static FileRole? RoleOf(TypeRef type, string name, string? description) => (type.AsNonNullable() as ScalarType)?.Kind switch
    {
        Scalar.String when Is(name, FileNames) && FactProse.IsFileName(description, isPlain: Is(name, ["name"])) => FileRole.FileName,
        Scalar.String when Is(name, MediaTypes) && FactProse.IsMediaType(description) => FileRole.MediaType,
        Scalar.Int32 or Scalar.Int64 or Scalar.UInt64 when Is(name, Sizes) && FactProse.IsBytes(description) => FileRole.Size,
        _ => null,
    };

    private static bool EndsAs(IReadOnlyList<string> words, IEnumerable<string> names)
        => names.Any(name => string.Join(" ", words.Skip(words.Count - name.Split(' ').Length)) == name);

    private static bool Is(string name, string[] names)
    {
        // Some write names in one word: filesize, mimetype.
        var joined = string.Concat(UploadWords.Split(name));
        return names.Any(known => known.Replace(" ", "") == joined);
    }
}
