using System.Globalization;
using System.Text;

namespace UploadGen.Core;

/// <summary>A request and its answer: reads the body, says in messages what was asked and answered, and releases both when it is disposed.</summary>
internal sealed class ApiExchange(
    ApiRequest request, Uri url, HttpRequestMessage message, HttpResponseMessage response, Transfer transfer, KnownSecrets secrets, bool hasCredential,
    int maxLength) : IDisposable
{
    /// <summary>Bytes of the body that a message's excerpt is made of.</summary>
    private const int LongestExcerpt = 4096;

    private static readonly string[] RequestIdHeaders =
        ["x-request-id", "request-id", "x-amz-request-id", "x-amzn-requestid", "x-ms-request-id", "x-correlation-id", "x-trace-id", "cf-ray"];

    private bool _handedOver;

    public HttpResponseMessage Response => response;

    public Transfer Transfer => transfer;

    /// <summary>The most bytes of an answer, or of an item of it, that are read.</summary>
    public int MaxLength => maxLength;

    public int Status => (int)response.StatusCode;

    /// <summary>What was asked in the end, where a client follows redirects.</summary>
    public Uri Url => response.RequestMessage?.RequestUri ?? url;

    /// <summary>
    /// Where the answer leads: its <c>Location</c>, or where a client that follows redirects has already gone; <see langword="null"/> where the header's value
    /// isn't a URL.
    /// </summary>
    public Uri? Location
        => response.Headers.Location is not { } location ? Url
            : Uri.TryCreate(url, location, out var absolute) ? absolute
            : null;

    /// <summary>Makes sure that what is there now is the file that was PUT, as far as the answer's headers tell.</summary>
    /// <exception cref="UploadException">It is something else.</exception>
    public async Task EnsureSameAsync(StoredDigests digests, CancellationToken cancellationToken)
    {
        if (!request.ReplacesFile || !response.IsSuccessStatusCode)
        {
            return;
        }

        var told = ToldDigests.Read(response, message);
        digests.Learn(url, told);
        // A stream is read by one at a time, so the request must let go of it.
        message.Content!.Dispose();
        if (await StoredDigests.DifferenceAsync(told, request.FileBody!, cancellationToken).ConfigureAwait(false) is { } difference)
        {
            throw new StorageFailure(request.OperationId, secrets).Differs(response, url, difference);
        }
    }

    public async Task<ReadOnlyMemory<byte>> ReadBodyAsync()
    {
        try
        {
            return await ResponseBodyReader.ReadWholeAsync(response, transfer, maxLength).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is HttpRequestException or TimeoutException)
        {
            throw Named(cause);
        }
    }

    /// <summary>A header as it was written, or null.</summary>
    public string? Header(string name)
        => response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    public Task<ReadOnlyMemory<byte>> ReadErrorAsync() => ResponseBodyReader.ReadErrorAsync(response, transfer);

    /// <summary>The body as a stream that owns the exchange from now on.</summary>
    public async Task<Stream> OpenBodyAsync()
    {
        var body = await response.Content.ReadAsStreamAsync(transfer.Token).ConfigureAwait(false);
        _handedOver = true;
        transfer.OutliveCall();
        return new ResponseStream(body, transfer, message, response);
    }

    public ApiFailure Failure(ReadOnlySpan<byte> body)
    {
        request.AddSecrets(secrets);
        var excerpt = ResponseBodyReader.Text(response, body[..Math.Min(body.Length, LongestExcerpt)]);
        return new ApiFailure(
            request.OperationId,
            Status,
            response.ReasonPhrase is { } phrase ? Redaction.Text(phrase, secrets) : null,
            request.Method.Method,
            Redaction.Url(url, secrets, hasIds: true),
            RequestIdHeader.Find(response, RequestIdHeaders, secrets),
            RetryAfter.Read(response),
            BodyExcerpt.Of(excerpt, isError: Status >= 300, isWhole: body.Length <= LongestExcerpt, secrets),
            RequestSafety.IsTransient(Status));
    }

    /// <summary>The same failure, with what was asked in its message.</summary>
    public Exception Named(Exception cause) => request.Name(cause, url, secrets);

    /// <summary>A text of the answer as a message may show it.</summary>
    public string Shown(string text) => Redaction.Text(text, secrets);

    /// <summary>An XPath of the answer as a message may show it. Its names were looked at one by one.</summary>
    public string ShownXPath(string path) => Redaction.WithoutSecrets(path, secrets);

    /// <summary>A message: what was asked, what came back, what is wrong, and how the body starts.</summary>
    public string Describe(ApiFailure failure, string? description, string? problem)
    {
        var text = new StringBuilder($"{failure.OperationId}: {failure.Method} {failure.Url} answered {failure.StatusCode}");
        if (!string.IsNullOrEmpty(failure.ReasonPhrase))
        {
            text.Append(CultureInfo.InvariantCulture, $" {failure.ReasonPhrase}");
        }

        if (!string.IsNullOrEmpty(description))
        {
            text.Append(CultureInfo.InvariantCulture, $" ({description})");
        }

        text.Append('.');
        if (problem is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" {problem}");
        }

        if (response.Headers.Location is { } location && Status is >= 300 and < 400)
        {
            text.Append(CultureInfo.InvariantCulture, $" It redirects to {Redaction.Url(location, secrets)}; redirects aren't followed, ")
                .Append("as the credential would go along.")
                .Append(IsOfHttp(location) ? " Set UploadClientOptions.BaseAddress to where the API answers." : "");
        }

        if (Status == 401 && !hasCredential && request.Alternatives.SelectMany(schemes => schemes).FirstOrDefault() is { } scheme)
        {
            text.Append(CultureInfo.InvariantCulture, $" No credential was sent; set UploadClientOptions.Credential, or Credentials[\"{scheme.Name}\"].");
        }

        text.Append(failure.BodyStart.Length == 0 ? " The body is empty." : $" Body: {failure.BodyStart}");
        if (failure.RequestId is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" (request id {failure.RequestId})");
        }

        return text.ToString();
    }

    private static bool IsOfHttp(Uri location)
        => !location.IsAbsoluteUri || location.Scheme == Uri.UriSchemeHttps || location.Scheme == Uri.UriSchemeHttp;

    public void Dispose()
    {
        if (_handedOver)
        {
            return;
        }

        response.Dispose();
        message.Dispose();
        transfer.Dispose();
    }
}
