using System.Buffers;
using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Digests that APIs want of a file or of its parts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContentDigest
{
    private const int BufferSize = 256 * 1024;

    /// <summary>The digest of a content. What is being uploaded is read for it once.</summary>
    /// <param name="content">A file, or a part of one.</param>
    /// <param name="algorithm">How the digest is made.</param>
    /// <param name="encoding">How it is written.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The content can't be read or has changed.</exception>
    public static async Task<string> WriteAsync(
        UploadContent content, DigestAlgorithm algorithm, DigestEncoding encoding, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var digest = await ComputeAsync(content.Source, algorithm, cancellationToken).ConfigureAwait(false);
        return DigestText.Write(algorithm, encoding, digest);
    }

    /// <summary>The digest of a source, which is read whole.</summary>
    internal static async Task<byte[]> ComputeAsync(ContentSource source, DigestAlgorithm algorithm, CancellationToken cancellationToken)
    {
        using var digest = RunningDigest.Start(algorithm);
        // Returned to the pool only when all went well: a read that was canceled may still write into it.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(source.Length, 1, BufferSize));
        var stream = source.Open();
        try
        {
            int read;
            // Ends promptly on cancellation even where the caller's stream doesn't heed it.
            while ((read = await stream.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false)) > 0)
            {
                digest.Append(buffer.AsSpan(0, read));
            }

            source.EnsureUnchanged(stream);
        }
        finally
        {
            source.Close(stream);
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return digest.Current();
    }
}
