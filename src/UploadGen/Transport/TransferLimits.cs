namespace UploadGen.Core;

/// <summary>What all transfers of a client share: how many go at the same time, and how fast.</summary>
/// <param name="maxParallel">The most requests with bytes of files at the same time; <see langword="null"/> for any number.</param>
/// <param name="maxBytesPerSecond">The most bytes of files in a second, of all together; <see langword="null"/> for any number.</param>
internal sealed class TransferLimits(int? maxParallel, long? maxBytesPerSecond)
{
    private readonly SemaphoreSlim? _turns = maxParallel is { } most ? new(most) : null;

    /// <summary>How fast bytes go; <see langword="null"/> for any rate.</summary>
    public ByteRate? Rate { get; } = maxBytesPerSecond is { } rate ? new(rate) : null;

    /// <summary>Waits until a request with bytes of a file may be sent.</summary>
    /// <returns>To be disposed when the request has ended.</returns>
    public async ValueTask<Turn> TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (_turns is not null)
        {
            await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new Turn(_turns);
    }

    /// <summary>A request's turn.</summary>
    public readonly struct Turn(SemaphoreSlim? turns) : IDisposable
    {
        public void Dispose() => turns?.Release();
    }
}
