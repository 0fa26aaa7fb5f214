using System.Collections.Frozen;

namespace UploadGen.Core;

/// <summary>
/// Sends the requests of an upload, with the headers that the API gave for it and, to the API itself, its credentials; and follows where they are redirected.
/// </summary>
internal sealed class ProtocolConnection(
    Func<HttpClient> client, StorageNetwork network, TransferTimeouts timeouts, StorageFailure failure, ResumableUpload upload, OwnOrigin own,
    StoredDigests? digests, TusServers tusServers, int longestAnswer)
{
    /// <summary>Headers that hold for the bytes of one request.</summary>
    private static readonly FrozenSet<string> Digests = new[] { "Content-MD5", "Content-Digest", "Digest" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyDictionary<string, string> _headers = upload.Headers ?? new Dictionary<string, string>();

    public ServerClock Clock { get; } = new();

    public StorageFailure Failure => failure;

    /// <summary>What servers of tus have said that they can.</summary>
    public TusServers TusServers => tusServers;

    /// <summary>The headers that the API gave; <see langword="null"/> for none.</summary>
    public IReadOnlyDictionary<string, string>? Headers => upload.Headers;

    /// <summary>Begins a request.</summary>
    /// <param name="progress">Told of the bytes sent.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Transfer Begin(ProgressReporter? progress, CancellationToken cancellationToken) => new(timeouts, progress, cancellationToken);

    /// <summary>Sends a request without a body.</summary>
    public Task<ProtocolAnswer> SendAsync(ProtocolRequest request, Uri url, Transfer transfer, int attempt)
        => SendAsync(request, url, bytes: null, whole: null, transfer, attempt);

    /// <summary>Sends a request.</summary>
    /// <param name="request">What the protocol says of it.</param>
    /// <param name="url">Where it goes.</param>
    /// <param name="bytes">Its body; <see langword="null"/> for none.</param>
    /// <param name="whole">The file.</param>
    /// <param name="transfer">How it goes out.</param>
    /// <param name="attempt">The attempt's number.</param>
    /// <exception cref="UploadException">It can't be sent, didn't get there, or no answer came back whole.</exception>
    public async Task<ProtocolAnswer> SendAsync(
        ProtocolRequest request, Uri url, UploadContent? bytes, UploadContent? whole, Transfer transfer, int attempt)
    {
        for (var redirects = StorageSending.MaxRedirects; ; redirects--)
        {
            var answer = await SendOnceAsync(request, url, bytes, whole, transfer, attempt).ConfigureAwait(false);
            if (redirects == 0 || bytes is { CanReplay: false } || IsStanding(answer) || StorageSending.Redirect(answer.Response, url) is not { } next
                || await network.ProblemAsync(next, transfer.Token).ConfigureAwait(false) is not null)
            {
                return answer;
            }

            // A stream is read by one request at a time, so the first must let go of it.
            answer.Dispose();
            url = next;
        }
    }

    /// <summary>The exception of an answer that is no success.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="transfer">How the request went out.</param>
    /// <param name="protocol">Knows what it means.</param>
    public Task<UploadException> RefusedAsync(ProtocolAnswer answer, Transfer transfer, OffsetProtocol protocol)
        => failure.RefusedAsync(answer.Response, answer.Request, transfer, protocol.MayPass(answer), protocol.Advice(answer));

    /// <summary>An upload of one request, which takes bytes to a URL.</summary>
    public StorageUpload Put(Uri url, UploadContent bytes, Func<HttpRequestMessage, string?> applyHeaders, IProgress<UploadProgress>? progress)
    {
        var watched = digests?.Watch(bytes, url) ?? bytes;
        var body = new BodySegment(default, watched);
        return new(client, network, timeouts, HttpMethod.Put, failure, url, watched, [body], applyHeaders, progress, digests);
    }

    private async Task<ProtocolAnswer> SendOnceAsync(
        ProtocolRequest request, Uri url, UploadContent? bytes, UploadContent? whole, Transfer transfer, int attempt)
    {
        if (await network.ProblemAsync(url, transfer.Token).ConfigureAwait(false) is { } forbidden)
        {
            throw failure.BeforeSending(forbidden, url);
        }

        var credentials = await own.ForAsync(url, upload.Alternatives, transfer.Token).ConfigureAwait(false);
        var message = new StorageRequest(request.Method, WithQuery(url, credentials?.Query), network);
        try
        {
            message.Content = bytes is not null ? new RequestBody([new BodySegment(default, bytes)], transfer)
                : request.SaysEmpty ? new ByteArrayContent([])
                : null;
            if (Apply(message, request, whole) is { } problem)
            {
                throw failure.BeforeSending(problem, url);
            }

            foreach ((var name, var value) in credentials?.Headers ?? [])
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }

            var response = await StorageSending.SendAsync(client(), message, transfer, attempt, failure).ConfigureAwait(false);
            Clock.Read(response);
            return new ProtocolAnswer(response, message, await ReadAsync(response, url, transfer).ConfigureAwait(false));
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private static Uri WithQuery(Uri url, string? query)
        => query is null ? url : HttpSyntax.ExactUri($"{url.OriginalString}?{query}");

    /// <summary>An answer that breaks off is one that is lost.</summary>
    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, Uri url, Transfer transfer)
    {
        if (!response.IsSuccessStatusCode)
        {
            return default;
        }

        try
        {
            return await ResponseBodyReader.ReadWholeAsync(response, transfer, longestAnswer).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            response.Dispose();
            if (cause is HttpRequestException or TimeoutException)
            {
                throw failure.NotDelivered(cause, url, isWhole: transfer.IsHandedOver);
            }

            throw;
        }
    }

    private string? Apply(HttpRequestMessage message, ProtocolRequest request, UploadContent? whole)
    {
        var given = _headers.Where(header => IsGiven(header.Key, request));
        if ((whole is null ? StorageHeaders.ApplySome(message, given) : StorageHeaders.Apply(message, given, whole)) is { } problem)
        {
            return problem;
        }

        foreach ((var name, var value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return null;
    }

    /// <summary>Whether it is a 308 that tells of bytes, and not where to go: some protocols had that status before HTTP did.</summary>
    private static bool IsStanding(ProtocolAnswer answer) => answer["Range"] is not null;

    private static bool IsGiven(string name, ProtocolRequest request)
        => !Array.Exists(request.Headers, own => own.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) && request.Given switch
        {
            GivenHeaders.OfWhole => true,
            GivenHeaders.OfPart => !Digests.Contains(name),
            GivenHeaders.None => false,
            _ => !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("If-", StringComparison.OrdinalIgnoreCase),
        };
}
