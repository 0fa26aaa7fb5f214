using System.Collections.Concurrent;

namespace UploadGen.EndToEnd.Tests.Hosting;

/// <summary>Keeps what goes through it, and adds a header of its own.</summary>
internal sealed class RecordingHandler(ConcurrentQueue<string> seen, string? header = null) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        seen.Enqueue($"{request.Method} {request.RequestUri!.AbsolutePath}");
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, "added");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
