using UploadServer.Storage;
using UploadServer.Validation;

namespace UploadServer.Contracts;

/// <summary>A file as it was announced when its upload was opened.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its exact size in bytes.</param>
/// <param name="MediaType">Its media type.</param>
internal sealed record AnnouncedFile(string Name, long Size, string MediaType)
{
    private const long MaxSize = 10L * 1024 * 1024 * 1024;

    /// <summary>The name as the last segment of an object's key.</summary>
    public string Segment => ObjectKey.Segment(Name);

    /// <summary>Reads the body of a request that opens an upload. Whether it is valid, the body says.</summary>
    public static AnnouncedFile Read(MemberReader body, string mediaTypeName)
    {
        var file = new AnnouncedFile(
            body.String("file_name", minLength: 1, maxLength: 255),
            body.Integer("file_size", minimum: 1, maximum: MaxSize),
            body.String(mediaTypeName, minLength: 1));
        body.NoOthers();
        return file;
    }
}
