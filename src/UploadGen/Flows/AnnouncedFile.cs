using System.ComponentModel;
using System.Globalization;

namespace UploadGen.Core;

/// <summary>
/// Which members of the request that opens an upload are the file's size and media type. Where one of them breaks a limit, the violation names the file.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnnouncedFile
{
    private (string Pointer, string? Description)? _size;
    private (string Pointer, string? Description)? _mediaType;

    /// <summary>Says which member is the size.</summary>
    /// <param name="member">Its name on the wire.</param>
    /// <param name="description">What the document says of it.</param>
    /// <returns>This.</returns>
    public AnnouncedFile Size(string member, string? description = null)
    {
        _size = (Validation.Pointer(member), description);
        return this;
    }

    /// <summary>Says which member is the media type.</summary>
    /// <param name="member">Its name on the wire.</param>
    /// <param name="description">What the document says of it.</param>
    /// <returns>This.</returns>
    public AnnouncedFile MediaType(string member, string? description = null)
    {
        _mediaType = (Validation.Pointer(member), description);
        return this;
    }

    /// <summary>A file's size for a member that is an integer of 32 bits.</summary>
    /// <param name="content">The file.</param>
    /// <param name="operationId">The operation's id in the document.</param>
    /// <param name="member">The member's name on the wire.</param>
    /// <returns>The size in bytes.</returns>
    /// <exception cref="RequestValidationException">The file is larger than such a member can hold.</exception>
    public static int Size32(UploadContent content, string operationId, string member)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Length <= int.MaxValue ? (int)content.Length : throw new RequestValidationException(
            operationId, [FileViolation.Size(Validation.Pointer(member), "format", $"int32, at most {FileViolation.Bytes(int.MaxValue)}", content, null)]);
    }

    /// <summary>The same refusal, with the file named in its violations.</summary>
    internal RequestValidationException Explain(RequestValidationException refusal, UploadContent content)
    {
        var explained = refusal.Violations.Select(violation => Explain(violation, content) with { KeywordLocation = violation.KeywordLocation });
        return new RequestValidationException(refusal.OperationId, explained.ToList());
    }

    private Violation Explain(Violation violation, UploadContent content)
    {
        if (violation.Pointer == _size?.Pointer)
        {
            var limit = long.TryParse(violation.Limit, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bytes)
                ? FileViolation.Bytes(bytes)
                : violation.Limit;
            return FileViolation.Size(violation.Pointer, violation.Keyword, limit, content, _size?.Description);
        }

        return violation.Pointer == _mediaType?.Pointer && violation.Keyword is "enum" or "const" or "pattern"
            ? FileViolation.MediaType(violation.Pointer, violation.Keyword, violation.Limit, content, _mediaType?.Description)
            : violation;
    }
}
