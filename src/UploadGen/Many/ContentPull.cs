using System.Runtime.ExceptionServices;

namespace UploadGen.Core;

/// <summary>Takes contents from their source one by one. What the source throws is kept until the uploads that run have ended.</summary>
internal sealed class ContentPull(IAsyncEnumerator<UploadContent> source) : IAsyncDisposable
{
    private Task<bool>? _pending;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Whether there is no more to come.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The content that was asked for and isn't taken yet.</summary>
    public Task? Pending => _pending;

    /// <summary>Asks the source for the next content, unless that is asked for already.</summary>
    public void Ask() => _pending ??= AskAsync();

    /// <summary>Takes what was asked for, once it has come; <see langword="null"/> when nothing has.</summary>
    public UploadContent? Take()
    {
        var asked = _pending!;
        _pending = null;
        if (asked.IsCompletedSuccessfully && asked.Result)
        {
            return source.Current;
        }

        IsOver = true;
        if (asked.Exception is { } failures)
        {
            _failure = ExceptionDispatchInfo.Capture(failures.InnerExceptions[0]);
        }
        else if (asked.IsCanceled)
        {
            // A source that cancels itself hasn't ended: it failed.
            _failure = ExceptionDispatchInfo.Capture(new TaskCanceledException(asked));
        }

        return null;
    }

    public void ThrowIfFailed() => _failure?.Throw();

    public async ValueTask DisposeAsync()
    {
        // An enumerator must not be disposed while it is asked.
        if (_pending is not null)
        {
            await ((Task)_pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await source.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<bool> AskAsync()
    {
        if (!await source.MoveNextAsync().ConfigureAwait(false))
        {
            return false;
        }

        return source.Current is not null ? true : throw new ArgumentException("The source of the uploads gave null for a content.");
    }
}
