using System.Collections.Concurrent;

namespace UploadGen.Core;

/// <summary>
/// Compares what storage says that it holds with what was sent. It remembers with which digest a host answers, so that this one is made of further files
/// while they are sent; a file that goes to an unknown host is read again for it. Thread-safe.
/// </summary>
internal sealed class StoredDigests
{
    /// <summary>More hosts than a client has. Should it have more, it learns anew.</summary>
    private const int MostHosts = 1000;

    private readonly ConcurrentDictionary<string, DigestAlgorithm> _ofHosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The content, whose digest is made while it is read if the host is known to answer with one.</summary>
    public UploadContent Watch(UploadContent content, Uri target)
        => _ofHosts.TryGetValue(target.Host, out var algorithm) && (content.Source as DigestSource)?.Makes(algorithm) != true
            ? content.With(new DigestSource(content.Source, algorithm))
            : content;

    /// <summary>Remembers what a host answers with.</summary>
    public void Learn(Uri target, IReadOnlyList<ToldDigest> told)
    {
        DigestAlgorithm? known = _ofHosts.TryGetValue(target.Host, out var last) ? last : null;
        var algorithm = Best(told)?.Algorithm;
        if (algorithm == known)
        {
            return;
        }

        if (algorithm is null)
        {
            _ofHosts.TryRemove(target.Host, out _);
            return;
        }

        if (_ofHosts.Count >= MostHosts)
        {
            _ofHosts.Clear();
        }

        _ofHosts[target.Host] = algorithm.Value;
    }

    /// <summary>Finds a digest that isn't that of the file as it was sent.</summary>
    /// <param name="told">What storage told.</param>
    /// <param name="content">The file, which no request reads any more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What is different; <see langword="null"/> for nothing, and where nothing can be compared.</returns>
    public static async Task<DigestDifference?> DifferenceAsync(IReadOnlyList<ToldDigest> told, UploadContent content, CancellationToken cancellationToken)
    {
        var isCompared = false;
        foreach (var digest in told)
        {
            if ((content.Source as DigestSource)?.Digest(digest.Algorithm) is not { } sent)
            {
                continue;
            }

            if (digest.IsOf(sent) == false)
            {
                return new DigestDifference(digest, sent);
            }

            isCompared = true;
        }

        if (isCompared || Best(told) is not { } best || !content.CanReplay)
        {
            return null;
        }

        var read = await TryComputeAsync(content, best, cancellationToken).ConfigureAwait(false);
        return read is not null && best.IsOf(read) == false ? new DigestDifference(best, read) : null;
    }

    private static ToldDigest? Best(IReadOnlyList<ToldDigest> told) => told.FirstOrDefault(digest => digest.IsCertain);

    /// <summary>The digest of the file as it is now; <see langword="null"/> where it can't be read again or has changed: what was sent isn't known then.</summary>
    private static async Task<byte[]?> TryComputeAsync(UploadContent content, ToldDigest told, CancellationToken cancellationToken)
    {
        try
        {
            return await ContentDigest.ComputeAsync(content.Source, told.Algorithm, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            return null;
        }
    }
}
