namespace UploadGen.Core;

/// <summary>The URLs of a file's parts. They end soon, so where the API gives more of them they are asked for in batches, and again for a part whose URL has ended.</summary>
internal sealed class PartUrls<TSession>(TSession session, PartUrlSource<TSession> source, int count) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly string?[] _known = source.Read(session).Take(count).Concat(Enumerable.Repeat<string?>(null, count)).Take(count).ToArray();

    public bool CanRenew => source.More is not null;

    /// <summary>The URL of a part.</summary>
    public async Task<string?> GetAsync(int index, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_known[index] is { } known && !IsEnded(known))
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

    /// <summary>Takes storage's word that a URL has ended.</summary>
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

    private static bool IsEnded(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && SignedUrlExpiry.IsPast(url);
}
