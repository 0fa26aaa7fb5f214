namespace UploadGen.Core;

/// <summary>Brings what many have written onto the disk at once: who comes while a flush runs waits for the next, which serves all that wait.</summary>
/// <param name="flush">Brings onto the disk what is written.</param>
internal sealed class GroupFlush(Action flush)
{
    private readonly object _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>When the task completes, what was written before the call is on the disk.</summary>
    public Task FlushAsync()
    {
        lock (_lock)
        {
            // One that runs may have begun before the caller has written.
            return _next ??= Task.Run(NextAsync);
        }
    }

    private async Task NextAsync()
    {
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _running = _next!;
            _next = null;
        }

        flush();
    }
}
