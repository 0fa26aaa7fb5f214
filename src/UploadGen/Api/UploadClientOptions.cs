using Microsoft.Extensions.Logging;
using Polly;

namespace UploadGen;

/// <summary>Settings of a client. They are read when the client is made; later changes don't reach it.</summary>
public class UploadClientOptions
{
    private TimeSpan _stallTimeout = TimeSpan.FromSeconds(30);
    private TimeSpan _responseTimeout = TimeSpan.FromSeconds(100);
    private TimeSpan _responseBodyTimeout = TimeSpan.FromMinutes(5);
    private int _maxResponseLength = 64 * 1024 * 1024;
    private int? _maxParallelTransfers;
    private long? _maxBytesPerSecond;

    /// <summary>
    /// Address of the API, its base path included, such as <c>https://core.example.com/api/v1</c>; <see langword="null"/> for the document's first server.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The credential for every security scheme without an entry in <see cref="Credentials"/>.</summary>
    public ApiCredential? Credential { get; set; }

    /// <summary>Credentials by the name of the security scheme in the document.</summary>
    public IDictionary<string, ApiCredential> Credentials { get; } = new Dictionary<string, ApiCredential>(StringComparer.Ordinal);

    /// <summary>
    /// Name of the account that the credential is of, such as a user or tenant; no secret. It is written into journals and states of uploads, and a client of
    /// another account refuses those. <see langword="null"/> where it isn't known: a token doesn't tell.
    /// </summary>
    public string? Account { get; set; }

    /// <summary>
    /// The client for presigned URLs; <see langword="null"/> for the service container's where the API's client comes from there, and else a shared one. Both
    /// send no cookies and no trace headers, follow no redirect and have no total timeout. Set yours up the same way: whatever it adds to requests goes to
    /// storage, and its <see cref="HttpClient.Timeout"/> ends large uploads. HTTP/2 is spoken where its <see cref="HttpClient.DefaultRequestVersion"/> asks for
    /// that, and a proxy is gone through where its handler, or else the system (<c>HTTPS_PROXY</c>), names one; so it is with the API's client.
    /// </summary>
    public HttpClient? StorageHttpClient { get; set; }

    /// <summary>
    /// Whether files may be sent over http within a private network, for development with a storage that has no certificate: whoever is on that network can
    /// read and change them. <see langword="false"/>: http is for this machine only. It allows what <see cref="AllowPrivateStorage"/> does, too.
    /// </summary>
    public bool AllowPlainHttpStorage { get; set; }

    /// <summary>
    /// Whether an API at a public address may have files sent to this machine (loopback), to its link, or into a private network (RFC 1918, RFC 4193 …).
    /// <see langword="false"/>: an upload URL that leads there fails, be it by its address, by what DNS says of its name, or by a redirect. Of an
    /// <see cref="StorageHttpClient"/> of yours, what DNS says isn't known, unless its handler is one of <see cref="Core.HttpHandlers.ForStorage"/>.
    /// </summary>
    public bool AllowPrivateStorage { get; set; }

    /// <summary>
    /// Longest time without a byte moved while a body is sent or received; 30 seconds, or <see cref="Timeout.InfiniteTimeSpan"/>.
    /// A transfer that moves may take any time.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero.</exception>
    public TimeSpan StallTimeout
    {
        get => _stallTimeout;
        set => _stallTimeout = Checked(value, nameof(StallTimeout));
    }

    /// <summary>Longest time to wait for the answer after the request's last byte; 100 seconds, or <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero.</exception>
    public TimeSpan ResponseTimeout
    {
        get => _responseTimeout;
        set => _responseTimeout = Checked(value, nameof(ResponseTimeout));
    }

    /// <summary>
    /// Longest time in which the body of an answer comes whole, however steadily it drips; 5 minutes, or <see cref="Timeout.InfiniteTimeSpan"/>. Streams that
    /// are handed on aren't limited.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero.</exception>
    public TimeSpan ResponseBodyTimeout
    {
        get => _responseBodyTimeout;
        set => _responseBodyTimeout = Checked(value, nameof(ResponseBodyTimeout));
    }

    /// <summary>
    /// The most requests with a file, or a part of one, that the client sends at the same time, over all its uploads; 1 or more, <see langword="null"/> for any
    /// number. Whatever <see cref="PartsUploadOptions.Parallelism"/> and <see cref="UploadManyOptions.MaxConcurrency"/> allow, the others wait for their turn.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? MaxParallelTransfers
    {
        get => _maxParallelTransfers;
        set => _maxParallelTransfers = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxParallelTransfers), value, "It must be 1 or more, or null for any number.");
    }

    /// <summary>
    /// The most bytes of files that the client hands to the network in a second, over all its uploads; 1024 or more, <see langword="null"/> for any number.
    /// What is sent again counts again; headers, and what HTTP, TLS and TCP add, don't count. Nothing stalls while it waits for the rate.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1024.</exception>
    public long? MaxBytesPerSecond
    {
        get => _maxBytesPerSecond;
        set => _maxBytesPerSecond = value is null or >= 1024
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxBytesPerSecond), value, "It must be 1024 or more, or null for any number.");
    }

    /// <summary>How often and when requests are sent again after a failure that may pass.</summary>
    public UploadRetryOptions Retry { get; } = new();

    /// <summary>
    /// A pipeline of yours in place of <see cref="Retry"/>; <see langword="null"/> for that. It runs each attempt at a request, and an attempt fails with an
    /// exception: <see cref="UploadException"/>, <see cref="ApiException"/>, <see cref="HttpRequestException"/>, <see cref="TimeoutException"/>. What isn't
    /// safe to repeat isn't repeated, whatever the pipeline handles.
    /// </summary>
    public ResiliencePipeline? RetryPipeline { get; set; }

    /// <summary>The longest answer of the API that is read, in bytes; 64 MiB. Streams that are handed on aren't limited.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero.</exception>
    public int MaxResponseLength
    {
        get => _maxResponseLength;
        set => _maxResponseLength = value is > 0 and < int.MaxValue
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxResponseLength), value, "The length must be above zero and below 2 GiB.");
    }

    /// <summary>Where the client logs, under the category <c>UploadGen</c>; <see langword="null"/> for nowhere. No secret is logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Whether requests are checked against the document's limits before they are sent; <see langword="true"/>.</summary>
    public bool ValidateRequests { get; set; } = true;

    /// <summary>
    /// Whether a request is sent although it couldn't be judged whether a value holds its <c>pattern</c>, as the search took over a second;
    /// <see langword="false"/>: it fails with a <see cref="RequestValidationException"/> whose <see cref="Violation.IsUnjudged"/> says so.
    /// </summary>
    public bool SendUnjudged { get; set; }

    /// <summary>
    /// Whether the digest that storage answers with (a checksum, or an ETag that is an MD5) is compared with the file's; <see langword="true"/>. Another one is
    /// an <see cref="UploadException"/> with a <see cref="UploadException.StoredDigest"/>. The first file that goes to a host is read again for it; of further
    /// ones the digest is made while they are sent.
    /// </summary>
    public bool CompareDigests { get; set; } = true;

    /// <summary>The settings, without secrets.</summary>
    public override string ToString()
    {
        var address = BaseAddress is null ? "the document's" : Core.Redaction.Url(BaseAddress);
        var credential = Credential is null ? "none" : "set";
        return $"BaseAddress = {address}, Credential = {credential}, Credentials = [{string.Join(", ", Credentials.Keys)}], "
            + $"StallTimeout = {StallTimeout}, ResponseTimeout = {ResponseTimeout}, ResponseBodyTimeout = {ResponseBodyTimeout}, "
            + $"ValidateRequests = {ValidateRequests}";
    }

    private static TimeSpan Checked(TimeSpan value, string name)
        => value > TimeSpan.Zero && value.TotalMilliseconds < uint.MaxValue || value == Timeout.InfiniteTimeSpan
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The timeout must be above zero and below 49 days, or Timeout.InfiniteTimeSpan.");
}
