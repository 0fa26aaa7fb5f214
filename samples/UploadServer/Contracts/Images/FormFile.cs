using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace UploadServer.Contracts.Images;

/// <summary>The part of a multipart/form-data body (RFC 7578) that holds a file, ready to be streamed.</summary>
/// <param name="FileName">Its file name.</param>
/// <param name="ContentType">Its media type; null when the part names none.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FormFile(string FileName, string? ContentType, Stream Content)
{
    /// <summary>Finds the file of a field. The form is read part by part: <c>Request.Form</c> would buffer it whole.</summary>
    /// <returns>The file, or null when the body is no form or has no file under the name.</returns>
    /// <exception cref="InvalidDataException">The body is not well-formed.</exception>
    /// <exception cref="IOException">The body ends in the middle of a part.</exception>
    public static async Task<FormFile?> FindAsync(HttpRequest request, string name)
    {
        if (Boundary(request.ContentType) is not { } boundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || !disposition.IsFileDisposition())
            {
                continue;
            }

            if (HeaderUtilities.RemoveQuotes(disposition.Name) != name)
            {
                continue;
            }

            var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.UnescapeAsQuotedString(disposition.FileName);
            return new FormFile(fileName.ToString(), section.ContentType, section.Body);
        }

        return null;
    }

    private static string? Boundary(string? contentType)
    {
        var parsed = MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        return parsed && HeaderUtilities.RemoveQuotes(type!.Boundary) is { Length: > 0 } boundary ? boundary.ToString() : null;
    }
}
