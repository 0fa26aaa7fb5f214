namespace UploadGen.Core;

/// <summary>
/// Where a file's parts go. Signed URLs expire soon. So where the API gives them on request, they are asked for when they are needed, and again for a part
/// whose URL has expired.
/// </summary>
/// <param name="session">What opening the upload gave.</param>
/// <param name="content">The file.</param>
/// <param name="source">How they are asked for.</param>
/// <param name="given">What the API gave when it opened the upload, in order.</param>
/// <param name="count">How many parts there are.</param>
/// <param name="operationId">Id of the operation that opens the upload.</param>
/// <param name="clock">What time it is where URLs end.</param>
internal sealed class PartUrls<TSession>(
    TSession session, UploadContent content, PartUrlSource<TSession> source, IReadOnlyList<PartTarget> given, int count, string operationId,
    ServerClock clock) : IDisposable
{
    // Where each is asked for by itself, none waits for another.
    private readonly SemaphoreSlim _gate = new(source.Batch > 1 ? 1 : int.MaxValue);
    private readonly PartTarget?[] _known = [.. given.Take(count), .. Enumerable.Repeat<PartTarget?>(null, Math.Max(0, count - given.Count))];
    private readonly bool[] _hasEnded = new bool[count];

    public bool CanRenew => source.Ask is not null;

    /// <exception cref="UploadException">The API has given no URL for a part, and gives none on request.</exception>
    public void EnsureComplete()
    {
        if (source.Ask is null && Array.FindIndex(_known, target => string.IsNullOrEmpty(target?.Url)) is var missing and >= 0)
        {
            throw PartsAnswer.Wrong(operationId, FormattableString.Invariant($"has no URL for part {missing + 1} of {count}"));
        }
    }

    /// <summary>Where a part goes.</summary>
    /// <exception cref="UploadException">The API has answered without a URL for it.</exception>
    public async Task<PartTarget> GetAsync(FilePart part, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (source.Ask is { } ask && IsWanted(part.Index))
            {
                Keep(part.Index, await AskAsync(ask, part, cancellationToken).ConfigureAwait(false));
            }

            return _known[part.Index]!;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Drops a URL that has expired, as storage says.</summary>
    public void Forget(int index) => (_known[index], _hasEnded[index]) = (null, true);

    public void Dispose() => _gate.Dispose();

    private async Task<IReadOnlyList<PartTarget>> AskAsync(
        Func<TSession, UploadContent, FilePart, int, CancellationToken, Task<IReadOnlyList<PartTarget>>> ask, FilePart part,
        CancellationToken cancellationToken)
    {
        // Where one has ended, those that were given with it end soon. Else only what isn't known is asked for.
        var all = Enumerable.Range(part.Index, Math.Min(source.Batch, count - part.Index));
        var wanted = _hasEnded[part.Index] ? all.Count() : all.TakeWhile(IsWanted).Count();
        try
        {
            return await ask(session, content, part, wanted, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is ApiException { IsTransient: true }
            || (cause is HttpRequestException or TimeoutException && RequestSafety.IsTransient(cause)))
        {
            // By POST, too: if an answer was lost or broken, another URL is as good.
            return await ask(session, content, part, wanted, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps what was answered: each by its number, or else one behind the other from the part that was asked for.</summary>
    private void Keep(int index, IReadOnlyList<PartTarget> answered)
    {
        foreach ((var target, var place) in answered.Select((target, place) => (target, place)))
        {
            PartsAnswer.EnsureCanBeSent(target, operationId);
            var of = target.Number is { } number ? number - source.First : index + place;
            if (of >= 0 && of < count && !string.IsNullOrEmpty(target.Url))
            {
                _known[of] = target;
            }
        }

        if (_known[index] is not { Url: not null } kept || !answered.Contains(kept))
        {
            throw PartsAnswer.Wrong(operationId, FormattableString.Invariant($"has no URL for part {index + 1} of {count}, which it was asked for"));
        }
    }

    private bool IsWanted(int index) => _known[index] is not { Url: { } known } || IsExpired(known);

    private bool IsExpired(string url) => SignedUrlExpiry.Read(url) <= (clock.Now ?? DateTimeOffset.UtcNow);
}
