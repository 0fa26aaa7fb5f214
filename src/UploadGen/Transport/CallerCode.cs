namespace UploadGen.Core;

/// <summary>
/// Waits for code of the caller's, which may heed no token or block its thread: whoever waits ends all the same, soon after a cancellation. What the code does
/// after that counts for nothing.
/// </summary>
internal static class CallerCode
{
    /// <summary>How long code that heeds its token is given to end by itself, as what it says then is better than nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs code that may block, on a thread of the pool.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Ends the wait for it. Where nobody can cancel, it runs on this thread.</param>
    /// <param name="late">Takes what the code gives when nobody waits for it any more.</param>
    /// <param name="patience">How long the code is given to end by itself after a cancellation; <see langword="null"/> for <see cref="Patience"/>.</param>
    /// <exception cref="OperationCanceledException">It was canceled, and the code runs on.</exception>
    public static Task<T> RunAsync<T>(Func<Task<T>> code, CancellationToken cancellationToken, Action<T>? late = null, TimeSpan? patience = null)
        => cancellationToken.CanBeCanceled ? EndAsync(Task.Run(code, CancellationToken.None), cancellationToken, late, patience) : code();

    /// <summary>Waits for code that was begun.</summary>
    /// <inheritdoc cref="RunAsync{T}(Func{Task{T}}, CancellationToken, Action{T}?, TimeSpan?)"/>
    public static async Task<T> EndAsync<T>(Task<T> running, CancellationToken cancellationToken, Action<T>? late = null, TimeSpan? patience = null)
    {
        await ((Task)running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsCompleted)
        {
            await ((Task)running).WaitAsync(patience ?? Patience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (running.IsCompleted)
        {
            return await running.ConfigureAwait(false);
        }

        _ = LeaveAsync(running, late);
        throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Leaves code to itself: nobody is told how it fails.</summary>
    public static async Task LeaveAsync<T>(Task<T> running, Action<T>? late = null)
    {
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (running.IsCompletedSuccessfully)
        {
            late?.Invoke(running.Result);
        }
    }
}
