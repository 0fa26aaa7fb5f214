using UploadGen.Core;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Does something with requests for a store, and counts them.</summary>
/// <param name="send">Sends a request, which is told its number, from 1; the last argument sends it on.</param>
internal sealed class PartHandler(Func<int, HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>>? send = null)
    : DelegatingHandler(HttpHandlers.ForStorage())
{
    private int _count;

    public int Count => _count;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _count);
        return send is null ? base.SendAsync(request, cancellationToken) : send(number, request, () => base.SendAsync(request, cancellationToken));
    }
}
