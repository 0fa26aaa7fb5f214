using System.ComponentModel;
using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Core;

/// <summary>Sends the requests of an API and reads its answers, as generated code describes both. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiConnection
{
    private const string NotConfigured =
        "This client was made with the constructor for test doubles, so it has no API to call. "
        + "Override the method that was called, or make the client with a credential or options.";

    private static readonly string UserAgent = $"UploadGen/{typeof(ApiConnection).Assembly.GetName().Version?.ToString(3)}";

    private readonly Func<HttpClient>? _client;
    private readonly ServerAddress _address;
    private readonly CredentialStore _credentials;
    private readonly TransferTimeouts _timeouts;
    private readonly bool _validates;
    private readonly bool _sendsUnjudged;
    private readonly int _maxResponseLength;
    private readonly Retrying _retrying;
    private readonly StoredDigests? _digests;
    private readonly StorageClient? _storage;
    private readonly KnownSecrets _secrets = new();
    private readonly ServerClock _clock = new();

    /// <summary>Makes a connection.</summary>
    /// <param name="httpClient">
    /// The client to send with; <see langword="null"/> for a shared one that keeps no cookies, follows no redirect and has no total timeout.
    /// </param>
    /// <param name="options">The settings; later changes don't count.</param>
    /// <param name="server">The document's first server, used when neither the options nor <paramref name="httpClient"/> have a base address.</param>
    /// <exception cref="ArgumentException">A base address isn't absolute, or isn't http or https.</exception>
    public ApiConnection(HttpClient? httpClient, UploadClientOptions options, string server)
        : this(() => httpClient ?? HttpClients.Api, static () => HttpClients.Storage, options, server)
    {
    }

    /// <summary>Makes a connection that asks for a client before each request, so that it may outlive clients and their handlers.</summary>
    /// <param name="httpClient">Gives the client for a request to the API. It is asked here once for its base address. The client isn't disposed.</param>
    /// <param name="storageHttpClient">
    /// Gives the client for a request to storage when the options don't. It should be set up as <see cref="UploadClientOptions.StorageHttpClient"/>.
    /// </param>
    /// <param name="options">The settings; later changes don't count.</param>
    /// <param name="server">The document's first server, used when neither the options nor the client have a base address.</param>
    /// <exception cref="ArgumentException">
    /// A base address isn't absolute, or isn't http or https; or the client for storage has a default header that storage must not see.
    /// </exception>
    public ApiConnection(Func<HttpClient> httpClient, Func<HttpClient> storageHttpClient, UploadClientOptions options, string server)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(storageHttpClient);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(server);
        _client = httpClient;
        _address = new ServerAddress(options.BaseAddress ?? httpClient().BaseAddress, server);
        _credentials = new CredentialStore(options.Credential, options.Credentials);
        _timeouts = new TransferTimeouts(options.StallTimeout, options.ResponseTimeout, options.ResponseBodyTimeout)
        {
            Limits = options is { MaxParallelTransfers: null, MaxBytesPerSecond: null } ? null : new(options.MaxParallelTransfers, options.MaxBytesPerSecond),
        };
        _validates = options.ValidateRequests;
        _sendsUnjudged = options.SendUnjudged;
        _maxResponseLength = options.MaxResponseLength;
        var logger = options.LoggerFactory?.CreateLogger("UploadGen") ?? NullLogger.Instance;
        _retrying = new Retrying(options.Retry, options.RetryPipeline, logger, _secrets);
        Uploads = new UploadRunner(logger, _secrets, _clock, UploadTarget.Of(_address.Base, options.Account));
        // What the API answers says nothing of storage: each has retries of its own to lose.
        var storing = new Retrying(options.Retry, options.RetryPipeline, logger, _secrets);
        var network = new StorageNetwork(_address.Base, options.AllowPrivateStorage, options.AllowPlainHttpStorage);
        _digests = options.CompareDigests ? new StoredDigests() : null;
        _storage = new StorageClient(
            options.StorageHttpClient is { } own ? () => own : storageHttpClient, network, _timeouts, storing, _secrets, _digests,
            new OwnOrigin(_address.Base, _credentials, _secrets), _maxResponseLength);
    }

    private ApiConnection()
    {
        _address = new ServerAddress(null, "");
        _credentials = new CredentialStore(null, new Dictionary<string, ApiCredential>());
        _retrying = new Retrying(new UploadRetryOptions(), pipeline: null, NullLogger.Instance, _secrets);
        Uploads = new UploadRunner(NullLogger.Instance, _secrets);
    }

    /// <summary>A connection without an API, for clients whose methods are all overridden. To use it is an <see cref="InvalidOperationException"/>.</summary>
    public static ApiConnection Unconfigured { get; } = new();

    /// <summary>Sends files to presigned URLs.</summary>
    /// <exception cref="InvalidOperationException">The connection is <see cref="Unconfigured"/>.</exception>
    public StorageClient Storage => _storage ?? throw new InvalidOperationException(NotConfigured);

    /// <summary>Runs uploads of several steps. It works on an unconfigured connection, too: a test double overrides the steps.</summary>
    public UploadRunner Uploads { get; }

    /// <summary>Begins the description of a request.</summary>
    /// <param name="operationId">The operation's id in the document.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathTemplate">The path below the base address, with parameters in braces.</param>
    /// <exception cref="InvalidOperationException">The connection is <see cref="Unconfigured"/>.</exception>
    public ApiRequest Request(string operationId, HttpMethod method, string pathTemplate)
        => _client is null ? throw new InvalidOperationException(NotConfigured) : new ApiRequest(operationId, method, pathTemplate);

    /// <summary>Sends a request and reads the value of its answer.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="responses">How answers are read.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RequestValidationException">The request breaks the document's limits; nothing was sent.</exception>
    /// <exception cref="ApiException">The API answered with an error, or with something its document doesn't describe.</exception>
    /// <exception cref="HttpRequestException">The API couldn't be reached.</exception>
    /// <exception cref="TimeoutException">Nothing moved, or no answer came, for longer than the options allow.</exception>
    /// <exception cref="UploadException">A request with a file in it didn't get through, for one of these two reasons.</exception>
    /// <exception cref="IOException">A file to be sent can't be read or has changed.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, ApiResponses<T> responses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responses);
        return RunAsync(request, SendOnceAsync, cancellationToken);

        async Task<T> SendOnceAsync(int attempt, CancellationToken token)
        {
            using var exchange = await ExchangeAsync(request, responses.Accept, attempt, token).ConfigureAwait(false);
            await EnsureSameAsync(exchange, token).ConfigureAwait(false);
            return await responses.ReadAsync(exchange).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request whose answer has no value.</summary>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ApiResponses{T}, CancellationToken)"/>
    public Task SendAsync(ApiRequest request, ApiResponses responses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responses);
        return RunAsync(request, SendOnceAsync, cancellationToken);

        async Task<bool> SendOnceAsync(int attempt, CancellationToken token)
        {
            using var exchange = await ExchangeAsync(request, "application/json", attempt, token).ConfigureAwait(false);
            await EnsureSameAsync(exchange, token).ConfigureAwait(false);
            await responses.ReadAsync(exchange).ConfigureAwait(false);
            return true;
        }
    }

    private Task<T> RunAsync<T>(ApiRequest request, Func<int, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
        => request.HasFile
            ? new FileCall(request, _retrying, _timeouts.Limits, _secrets).RunAsync(attempt, cancellationToken)
            : _retrying.RunAsync(request.OperationId, request.MayRepeat, attempt, cancellationToken);

    private Task EnsureSameAsync(ApiExchange exchange, CancellationToken cancellationToken)
        => _digests is null ? Task.CompletedTask : exchange.EnsureSameAsync(_digests, cancellationToken);

    /// <summary>Checks the request and asks for its credentials.</summary>
    private async Task<AppliedCredentials> PrepareAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_validates)
            {
                request.ThrowIfInvalid(_sendsUnjudged);
                request.CheckItems(_sendsUnjudged);
            }

            var credentials = await _credentials.ApplyAsync(request.Alternatives, cancellationToken).ConfigureAwait(false);
            credentials.Secrets.ForEach(_secrets.Add);
            return credentials;
        }
        catch (Exception cause) when (!request.IsSent)
        {
            RequestSafety.MarkUnsent(cause);
            throw;
        }
    }

    private async Task<ApiExchange> ExchangeAsync(ApiRequest request, string? accept, int attempt, CancellationToken cancellationToken)
    {
        var credentials = await PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        var url = request.UrlOn(_address.For(request.OwnServer), credentials.Query);

        var progress = request.ProgressTarget is { } target ? new ProgressReporter(target, request.FileLength, attempt) : null;
        var transfer = new Transfer(_timeouts, progress, cancellationToken);
        HttpRequestMessage? message = null;
        try
        {
            var client = _client!();
            if (_digests is not null)
            {
                request.Watch(_digests, url);
            }

            message = request.ToMessage(url, transfer);
            AddHeaders(message, client, credentials, request.Accepted ?? accept);
            var requestAttempt = new RequestAttempt(request.OperationId, request.Template, attempt, _secrets);
            var response = await SendAsync(request, client, message, transfer, requestAttempt).ConfigureAwait(false);
            _clock.Read(response);
            ResponseScope.Record(response);
            return new ApiExchange(request, url, message, response, transfer, _secrets, hasCredential: credentials.Secrets.Count > 0, _maxResponseLength);
        }
        catch
        {
            message?.Dispose();
            transfer.Dispose();
            throw;
        }
    }

    /// <summary>What fails on the way is named, whatever it is: handlers of the caller's have exceptions of their own.</summary>
    private async Task<HttpResponseMessage> SendAsync(
        ApiRequest request, HttpClient client, HttpRequestMessage message, Transfer transfer, RequestAttempt attempt)
    {
        try
        {
            return await HttpSending.SendAsync(client, message, transfer, attempt).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not OperationCanceledException && cause != transfer.ContentFailure)
        {
            throw request.Name(cause, message.RequestUri!, _secrets);
        }
    }

    private static void AddHeaders(HttpRequestMessage message, HttpClient client, AppliedCredentials credentials, string? accept)
    {
        foreach ((var name, var value) in credentials.Headers)
        {
            // A cookie with a credential is added to those that are parameters. Any other header with a credential replaces one of the same name.
            var own = name == "Cookie" && message.Headers.NonValidated.TryGetValues(name, out var cookies) ? $"{cookies}; {value}" : value;
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, own);
        }

        if (accept is not null && !message.Headers.NonValidated.Contains("Accept"))
        {
            message.Headers.TryAddWithoutValidation("Accept", accept);
        }

        // Some APIs refuse requests that don't say what sent them.
        if (!message.Headers.NonValidated.Contains("User-Agent") && !client.DefaultRequestHeaders.NonValidated.Contains("User-Agent"))
        {
            message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        }
    }
}
