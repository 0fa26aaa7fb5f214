using System.Diagnostics.CodeAnalysis;

namespace UploadGen.Core;

/// <summary>What servers of tus have said that they can. Each is asked once, however many files go there. Thread-safe.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle has nothing to dispose.")]
internal sealed class TusServers
{
    private readonly Dictionary<string, TusAbilities> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _gate = new(1);

    /// <param name="url">An upload there, or where one is created.</param>
    /// <param name="ask">Asks the server.</param>
    /// <param name="cancellationToken">Ends the wait for another upload that asks.</param>
    public async ValueTask<TusAbilities> FindAsync(Uri url, Func<Task<TusAbilities>> ask, CancellationToken cancellationToken)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _known.TryGetValue(origin, out var known) ? known : _known[origin] = await ask().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }
}
