using System.ComponentModel;
using System.Text;
using Polly.Timeout;

namespace UploadGen.Core;

/// <summary>
/// A request of an operation. Generated code adds parameters and body, and <see cref="ApiConnection"/> sends it, again where an attempt fails. An instance is
/// for one call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest
{
    private readonly StringBuilder _query = new();
    private readonly Dictionary<string, string> _pathValues = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly List<IReadOnlyList<SecurityScheme>> _alternatives = [];
    private MultipartForm? _form;
    private Func<BodySegment>? _body;
    private string? _contentType;
    private bool _isXml;
    private Validation _validation;
    private bool _canReplay = true;
    private bool _isRepeatable;
    private Transfer? _transfer;

    internal ApiRequest(string operationId, HttpMethod method, string pathTemplate)
    {
        OperationId = operationId;
        Method = method;
        Template = pathTemplate;
    }

    internal string OperationId { get; }

    internal HttpMethod Method { get; }

    /// <summary>The path below the base address, with parameters in braces.</summary>
    internal string Template { get; }

    /// <summary>The security schemes, of which one set is to be met in full.</summary>
    internal IReadOnlyList<IReadOnlyList<SecurityScheme>> Alternatives => _alternatives;

    /// <summary>The operation's own server.</summary>
    internal string? OwnServer { get; private set; }

    /// <summary>The media types to ask for in place of those of the documented answers.</summary>
    internal string? Accepted { get; private set; }

    internal IProgress<UploadProgress>? ProgressTarget { get; private set; }

    /// <summary>Bytes of files in the body.</summary>
    internal long FileLength { get; private set; }

    /// <summary>Whether there is a file in the body, and not a part of one.</summary>
    internal bool HasFile { get; private set; }

    /// <summary>The file that is the whole body; <see langword="null"/> where the body is something else.</summary>
    internal UploadContent? FileBody { get; private set; }

    /// <summary>Whether what it brings takes the place of what was there (RFC 9110, section 9.3.4), so that the answer may speak of it.</summary>
    internal bool ReplacesFile => HasFile && FileBody is not null && Method == HttpMethod.Put;

    /// <summary>Whether it was sent, or there was an attempt to.</summary>
    internal bool IsSent => _transfer is not null;

    /// <summary>Whether the last byte of the files was given to the network, when the request was last sent.</summary>
    internal bool IsHandedOver => _transfer?.IsHandedOver == true;

    /// <summary>
    /// Adds an alternative of security schemes, all of which are to be met. The first alternative that the client has credentials for is sent; where it has
    /// none, the request goes without.
    /// </summary>
    /// <param name="schemes">The document's security schemes.</param>
    public ApiRequest Authorize(params SecurityScheme[] schemes)
    {
        _alternatives.Add(schemes);
        return this;
    }

    /// <summary>Sends the request to a server of its own, unless the client was given a base address.</summary>
    /// <param name="url">The server's URL in the document, absolute or relative to the API's.</param>
    public ApiRequest Server(string url)
    {
        OwnServer = url;
        return this;
    }

    /// <summary>Says that sending the request twice does no more than sending it once, so that it may be sent again as if its method were idempotent.</summary>
    public ApiRequest Repeatable()
    {
        _isRepeatable = true;
        return this;
    }

    /// <summary>Asks for media types other than the usual ones.</summary>
    /// <param name="mediaTypes">The <c>Accept</c> header.</param>
    public ApiRequest Accept(string mediaTypes)
    {
        Accepted = mediaTypes;
        return this;
    }

    /// <summary>Checks parameters and fields against their limits. What breaks one is thrown when the request is to be sent, before its first byte.</summary>
    /// <param name="check">Adds the violations.</param>
    public ApiRequest Check(RequestCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        check(ref _validation);
        _validation.PlaceIn(this);
        return this;
    }

    /// <summary>Asks for reports of the file's bytes sent.</summary>
    /// <param name="progress">Takes the reports, if any.</param>
    public ApiRequest Progress(IProgress<UploadProgress>? progress)
    {
        ProgressTarget = progress;
        return this;
    }

    /// <param name="sendsUnjudged">Whether what couldn't be judged is let pass.</param>
    internal void ThrowIfInvalid(bool sendsUnjudged) => ThrowIfInvalid(_validation, sendsUnjudged);

    private void ThrowIfInvalid(in Validation validation, bool sendsUnjudged)
    {
        if (!validation.IsValid && validation.Violations.Where(violation => !(sendsUnjudged && violation.IsUnjudged)).ToList() is { Count: > 0 } violations)
        {
            throw new RequestValidationException(OperationId, violations);
        }
    }

    /// <summary>Whether the request may be sent again after a failure.</summary>
    internal bool MayRepeat(Exception failure)
    {
        if (!RequestSafety.MayRepeat(_isRepeatable ? HttpMethod.Put : Method, failure) || _hasTakenItems)
        {
            return false;
        }

        if (!_canReplay)
        {
            (failure as UploadGenException)?.Add(RequestSafety.CannotReplay);
        }

        return _canReplay;
    }

    /// <summary>The same failure, with operation, method and URL in its message.</summary>
    internal Exception Name(Exception cause, Uri url, KnownSecrets secrets)
    {
        AddSecrets(secrets);
        var message = $"{OperationId}: {Method.Method} {Redaction.Url(url, secrets, hasIds: true)}: {SafeCause.Message(cause, secrets, url.Host)}";
        var inner = SafeCause.Of(cause, secrets, url.Host);
        return SafeCause.Told(cause switch
        {
            TimeoutException or TimeoutRejectedException => new TimeoutException(message, inner),
            HttpRequestException network => new HttpRequestException(network.HttpRequestError, message, inner, network.StatusCode),
            // A handler of the caller's has exceptions of its own.
            _ => (Exception)RequestSafety.Marked(new HttpRequestException(message, inner), RequestSafety.IsTransient(cause)),
        });
    }

    /// <summary>The request's URL. No parameter can change its host, or lead to another path than the document's.</summary>
    internal Uri UrlOn(Uri baseAddress, string? secretQuery)
    {
        var path = FilledPath();
        var query = secretQuery is null ? _query.ToString() : _query.Length == 0 ? secretQuery : $"{_query}&{secretQuery}";
        var mark = query.Length == 0 ? "" : path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return HttpSyntax.ExactUri(baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + path.TrimStart('/') + mark + query);
    }

    internal HttpRequestMessage ToMessage(Uri url, Transfer transfer)
    {
        _transfer = transfer;
        var message = new HttpRequestMessage(Method, url);
        var segments = _form?.Segments ?? (_body is null ? null : [_body()]);
        if (segments is not null)
        {
            message.Content = new RequestBody(segments, transfer);
        }
        else if (_items is not null)
        {
            message.Content = _items(transfer);
        }
        // SocketsHttpHandler itself repeats a request without a body when the connection breaks. That isn't safe for these, so they get an empty body.
        else if (Method == HttpMethod.Post || Method == HttpMethod.Patch)
        {
            message.Content = new RequestBody([], transfer);
        }

        foreach ((var name, var value) in _headers)
        {
            if (message.Headers.TryAddWithoutValidation(name, value))
            {
                continue;
            }

            // A Content-* header: it belongs to the body, be it an empty one.
            message.Content ??= new RequestBody([], transfer);
            message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        if ((segments ?? (object?)_items) is not null && !message.Content!.Headers.NonValidated.Contains("Content-Type"))
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", _form?.ContentType ?? _contentType);
        }

        return message;
    }

    /// <summary>Has the digest of a file made while it is sent, if its host is known to answer with one.</summary>
    internal void Watch(StoredDigests digests, Uri url)
    {
        if (ReplacesFile)
        {
            FileBody = digests.Watch(FileBody!, url);
        }
    }

    private string FilledPath()
    {
        if (!Template.Contains('{', StringComparison.Ordinal))
        {
            return Template;
        }

        var segments = Template.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var filled = Filled(segments[i]);
            // Many servers decode dots before they look at the path, so these can't be sent even if encoded.
            if (filled != segments[i] && filled is "." or "..")
            {
                throw new ArgumentException($"{OperationId}: '{filled}' as a path parameter would call another path.");
            }

            segments[i] = filled;
        }

        return string.Join('/', segments);
    }

    private string Filled(string segment)
    {
        foreach ((var name, var value) in _pathValues)
        {
            segment = segment.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return segment;
    }
}
