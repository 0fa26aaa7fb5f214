using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace UploadGen.Core;

/// <summary>Digests that APIs want of a file or of its parts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContentDigest
{
    /// <summary>The <c>Digest</c> header's value by SHA-1 (RFC 3230, section 4.1.1): <c>sha=</c> and the digest in base64. The content is read whole.</summary>
    /// <param name="content">A file, or a part of one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The content can't be read or has changed.</exception>
    [SuppressMessage("Security", "CA5350", Justification = "The API asks for SHA-1, to find damage on the way.")]
    public static async Task<string> ShaAsync(UploadContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var stream = content.Source.Open();
        try
        {
            var digest = await SHA1.HashDataAsync(stream, cancellationToken).ConfigureAwait(false);
            return "sha=" + Convert.ToBase64String(digest);
        }
        finally
        {
            content.Source.Close(stream);
        }
    }
}
