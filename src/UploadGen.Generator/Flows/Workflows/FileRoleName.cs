using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>A fact of the file that an input of a workflow is called by.</summary>
/// <param name="Role">The fact.</param>
/// <param name="Member">What a statement calls it.</param>
/// <param name="Expression">The expression for it.</param>
internal sealed record FileRoleName(FileRole Role, string Member, string Expression)
{
    private static readonly FileRoleName FileName = new(FileRole.FileName, "fileName", "$file.name");
    private static readonly FileRoleName Size = new(FileRole.Size, "size", "$file.size");
    private static readonly FileRoleName MediaType = new(FileRole.MediaType, "contentType", "$file.contentType");

    /// <summary>The fact, where the name leaves no doubt: <c>name</c> and <c>length</c> may be anything's.</summary>
    public static FileRoleName? Find(string input) => string.Join(" ", UploadWords.Split(input)) switch
    {
        "file name" or "filename" or "original filename" => FileName,
        "file size" or "size bytes" or "size in bytes" or "content length" or "total bytes" => Size,
        "mime type" or "content type" or "media type" => MediaType,
        _ => null,
    };
}
