using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding.Flows;

/// <summary>Recognizes the members of upload requests and answers by the names that vendors give them.</summary>
internal static class FlowMembers
{
    private static readonly string[] FileNames = ["filename", "file name", "original filename", "name"];
    private static readonly string[] Sizes = ["size bytes", "file size", "size", "length", "bytes", "content length", "total bytes", "declared size bytes"];
    private static readonly string[] MediaTypes = ["mime type", "content type", "media type", "mime"];
    private static readonly string[] HeaderMaps = ["upload headers", "headers", "signed headers", "headers to include", "required headers"];
    private static readonly string[] IdentifierEnds = ["id", "uid", "uuid", "key", "token"];

    /// <summary>What the file itself can answer in a create request, or null.</summary>
    public static FileRole? RoleOf(PropertyModel property)
    {
        var type = property.Type.AsNonNullable() as ScalarType;
        return type?.Kind switch
        {
            Scalar.String when Is(property, FileNames) => FileRole.FileName,
            Scalar.String when Is(property, MediaTypes) => FileRole.MediaType,
            Scalar.Int32 or Scalar.Int64 when Is(property, Sizes) => FileRole.Size,
            _ => null,
        };
    }

    /// <summary>The string map whose entries go out as headers of the PUT.</summary>
    public static PropertyModel? Headers(RecordModel session)
        => session.Properties.FirstOrDefault(property =>
            property.Type.AsNonNullable() is MapType { Value: ScalarType { Kind: Scalar.String } } && Is(property, HeaderMaps));

    public static bool IsExpiry(PropertyModel property)
        => UploadUrlCandidate.Words(property.JsonName).Any(word => word is "expires" or "expiry" or "expiration");

    public static bool IsIdentifier(PropertyModel property)
        => UploadUrlCandidate.Words(property.JsonName) is { Count: > 0 } words && IdentifierEnds.Contains(words[words.Count - 1]);

    /// <summary>Whether a member has one of these names, however its words are joined.</summary>
    public static bool Is(PropertyModel property, params string[] names)
    {
        var words = UploadUrlCandidate.Words(property.JsonName);
        return names.Contains(string.Join(" ", words)) || names.Contains(string.Concat(words));
    }
}
