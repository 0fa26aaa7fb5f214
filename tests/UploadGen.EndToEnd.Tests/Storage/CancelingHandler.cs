using UploadGen.Core;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Cancels an upload when one of its requests, counted from 1, is about to be sent.</summary>
internal sealed class CancelingHandler(int request, CancellationTokenSource end) : DelegatingHandler(HttpHandlers.ForStorage())
{
    private int _count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _count) == request)
        {
            await end.CancelAsync();
        }

        return await base.SendAsync(message, cancellationToken);
    }
}
