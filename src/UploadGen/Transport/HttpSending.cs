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
        try
        {
            var response = await SendAsync(client, request, transfer).ConfigureAwait(false);
            span.End(response, transfer.BytesSent);
            return response;
        }
        catch (Exception failure)
        {
            var told = NetworkFailure.Explain(failure, request.RequestUri!, attempt.Secrets);
            span.End(told, transfer.BytesSent);
            if (told != failure)
            {
                throw told;
            }

            throw;
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, Transfer transfer)
    {
        // The version is the client's to say, though HttpClient asks for it only in requests that it makes itself.
        (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
        try
        {
            if (request.Content?.Headers.ContentLength > ExpectAbove)
            {
                request.Headers.ExpectContinue = true;
            }

            var response = await SendOnceAsync(client, request, transfer).ConfigureAwait(false);
            if (transfer.IsCut && response.IsSuccessStatusCode)
            {
                response.Dispose();
                throw new HttpRequestException(
                    HttpRequestError.ResponseEnded,
                    $"the answer was {(int)response.StatusCode}, but the connection was closed before the whole request was sent.");
            }

            if (response.StatusCode != HttpStatusCode.ExpectationFailed || request.Headers.ExpectContinue != true)
            {
                return response;
            }

            // RFC 9110, section 10.1.1: the server doesn't know the expectation; no byte of the body was sent.
            response.Dispose();
            return await SendOnceAsync(client, WithoutExpectation(request), transfer).ConfigureAwait(false);
        }
        catch (Exception cause) when (transfer.Explain(cause) is { } better && better != cause)
        {
            throw better;
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
