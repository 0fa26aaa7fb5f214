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
    /// <exception cref="ArgumentException">The digest is wanted before the content is sent, and that can't be read twice.</exception>
    /// <exception cref="IOException">The content can't be read or has changed.</exception>
    public static async Task<string> WriteAsync(
        UploadContent content, DigestAlgorithm algorithm, DigestEncoding encoding, CancellationToken cancellationToken)
    {
        return DigestText.Write(algorithm, encoding, await ComputeAsync(content, algorithm, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The bytes of the digest of a content. What is being uploaded is read for it once.</summary>
    /// <param name="content">A file, or a part of one.</param>
    /// <param name="algorithm">How the digest is made.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The digest is wanted before the content is sent, and that can't be read twice.</exception>
    /// <exception cref="IOException">The content can't be read or has changed.</exception>
    public static async Task<byte[]> ComputeAsync(UploadContent content, DigestAlgorithm algorithm, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var source = content.Source as DigestSource;
        if (!content.CanReplay && source?.Digest(algorithm) is null)
        {
            throw new ArgumentException(
                $"{content.FileName} is a stream that can't seek, and the API wants its {DigestText.Name(algorithm)} before it is sent, for which it has to be read twice. "
                    + "The file wasn't sent. Use a file, bytes or a stream that seeks.",
                nameof(content));
        }

        return source?.Makes(algorithm) == true
            ? await source.TellAsync(algorithm, cancellationToken).ConfigureAwait(false)
            : await ComputeAsync(content.Source, algorithm, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The digest of a source, which is read whole.</summary>
    internal static async Task<byte[]> ComputeAsync(ContentSource source, DigestAlgorithm algorithm, CancellationToken cancellationToken)
    {
        using var digest = RunningDigest.Start(algorithm);
        await ReadAsync(source, bytes => digest.Append(bytes.Span), cancellationToken).ConfigureAwait(false);
        return digest.Current();
    }

    /// <summary>Reads a source whole.</summary>
    /// <param name="source">The source.</param>
    /// <param name="take">Takes what was read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static async Task ReadAsync(ContentSource source, Action<ReadOnlyMemory<byte>> take, CancellationToken cancellationToken)
    {
        // Returned to the pool only when all went well: a read that was canceled may still write into it.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(source.Length, 1, BufferSize));
        var stream = source.Open();
        try
        {
            int read;
            // Ends promptly on cancellation even where the caller's stream doesn't heed it.
            while ((read = await stream.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false)) > 0)
            {
                take(buffer.AsMemory(0, read));
            }

            source.EnsureUnchanged(stream);
        }
        finally
        {
            source.Close(stream);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
