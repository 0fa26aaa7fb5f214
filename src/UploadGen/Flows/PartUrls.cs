namespace UploadGen.Core;

/// <summary>
/// The URLs of a file's parts. They expire soon. So where the API gives URLs on request, they are asked for in batches, and again for a part whose URL has
/// expired.
/// </summary>
/// <param name="session">What opening the upload gave.</param>
/// <param name="source">How URLs are read and asked for.</param>
/// <param name="count">How many parts there are.</param>
/// <param name="areKnown">Whether the session's URLs are there: a journal leaves out what signs them.</param>
/// <param name="clock">What time it is where URLs end.</param>
internal sealed class PartUrls<TSession>(TSession session, PartUrlSource<TSession> source, int count, bool areKnown, ServerClock clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly string?[] _known
        = (areKnown ? source.Read(session) : []).Take(count).Concat(Enumerable.Repeat<string?>(null, count)).Take(count).ToArray();

    public bool CanRenew => source.More is not null;

    /// <summary>Gets the URL of a part; <see langword="null"/> where the API gave none.</summary>
    public async Task<string?> GetAsync(int index, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_known[index] is { } known && !IsExpired(known))
            {
                return known;
            }

            await AskAsync(index, cancellationToken).ConfigureAwait(false);
            return _known[index];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Drops a URL that has expired, as storage says.</summary>
    public void Forget(int index) => _known[index] = null;

    public void Dispose() => _gate.Dispose();

    private async Task AskAsync(int index, CancellationToken cancellationToken)
    {
        if (source.More is null)
        {
            return;
        }

        var answer = await source.More(session, index, Math.Min(PartUrlSource.Batch, count - index), cancellationToken).ConfigureAwait(false);
        foreach (var url in source.Read(answer).Take(count - index))
        {
            _known[index++] = url;
        }
    }

    private bool IsExpired(string url) => SignedUrlExpiry.Read(url) <= (clock.Now ?? DateTimeOffset.UtcNow);
}
