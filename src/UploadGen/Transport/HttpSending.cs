using System.Net;

namespace UploadGen.Core;

/// <summary>Sends a request as a <see cref="Transfer"/>.</summary>
internal static class HttpSending
{
    /// <summary>
    /// Above this many bytes, a body is sent only when the server has agreed (<c>Expect: 100-continue</c>), so that its refusal is read rather than a
    /// broken connection.
    /// </summary>
    private const long ExpectAbove = 1024 * 1024;

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, Transfer transfer, RequestAttempt attempt)
    {
        var span = RequestSpan.Start(request, attempt);
        // The version is the client's to say, though HttpClient asks for it only in requests that it makes itself.
        (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
        try
        {
            if (request.Content?.Headers.ContentLength > ExpectAbove)
            {
                request.Headers.ExpectContinue = true;
            }

            var response = await SendOnceAsync(client, request, transfer).ConfigureAwait(false);
            EnsureWhole(response, transfer);
            if (response.StatusCode == HttpStatusCode.ExpectationFailed && request.Headers.ExpectContinue == true)
            {
                // RFC 9110, section 10.1.1: the server doesn't know the expectation; no byte of the body was sent.
                response.Dispose();
                response = await SendOnceAsync(client, WithoutExpectation(request), transfer).ConfigureAwait(false);
            }

            span.End(response, transfer.BytesSent);
            return response;
        }
        catch (Exception cause)
        {
            var told = NetworkFailure.Explain(transfer.Explain(cause), request.RequestUri!, attempt.Secrets);
            span.End(told, transfer.BytesSent);
            if (told != cause)
            {
                throw told;
            }

            throw;
        }
    }

    /// <summary>A success can't be meant where the connection broke before all was sent.</summary>
    private static void EnsureWhole(HttpResponseMessage response, Transfer transfer)
    {
        if (transfer.IsCut && response.IsSuccessStatusCode)
        {
            response.Dispose();
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded,
                $"the answer was {(int)response.StatusCode}, but the connection was closed before the whole request was sent.");
        }
    }

    private static Task<HttpResponseMessage> SendOnceAsync(HttpClient client, HttpRequestMessage request, Transfer transfer)
    {
        if (HttpClients.IsOwn(client))
        {
            return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, transfer.Token);
        }

        transfer.IsForeign = true;
        return SendForeignAsync(client, request, transfer);
    }

    private static Task<HttpResponseMessage> SendForeignAsync(HttpClient client, HttpRequestMessage request, Transfer transfer)
        => CallerCode.RunAsync(
            () => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, transfer.Token), transfer.Token, static late => late.Dispose());

    private static HttpRequestMessage WithoutExpectation(HttpRequestMessage request)
    {
        var again = request is StorageRequest storage ? storage.Again() : new HttpRequestMessage(request.Method, request.RequestUri);
        again.Content = request.Content;
        (again.Version, again.VersionPolicy) = (request.Version, request.VersionPolicy);
        foreach ((var name, var values) in request.Headers.NonValidated)
        {
            if (!name.Equals("Expect", StringComparison.OrdinalIgnoreCase))
            {
                again.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return again;
    }
}
