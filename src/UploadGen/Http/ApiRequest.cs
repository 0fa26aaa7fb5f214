using System.ComponentModel;
using System.Text;

namespace UploadGen.Core;

/// <summary>A request of an operation, described part by part and sent by <see cref="ApiConnection"/>. Of use once, by one thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest
{
    private readonly string _template;
    private readonly StringBuilder _query = new();
    private readonly Dictionary<string, string> _pathValues = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly List<SecurityScheme> _schemes = [];
    private MultipartForm? _form;
    private Func<BodySegment>? _body;
    private string? _contentType;
    private Validation _validation;

    internal ApiRequest(string operationId, HttpMethod method, string pathTemplate)
    {
        OperationId = operationId;
        Method = method;
        _template = pathTemplate;
    }

    internal string OperationId { get; }

    internal HttpMethod Method { get; }

    internal IReadOnlyList<SecurityScheme> Schemes => _schemes;

    internal IProgress<UploadProgress>? ProgressTarget { get; private set; }

    /// <summary>Bytes of files in the body.</summary>
    internal long FileLength { get; private set; }

    /// <summary>
    /// Sets a path parameter. It stays within its place: slashes are encoded, and a value that would name another path is refused when the request is sent.
    /// </summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public ApiRequest Path<T>(string name, T value)
    {
        string text = value is null ? "" : ParameterText.Of(value);
        if (text.Length == 0) throw new ArgumentException($"{OperationId}: the path parameter '{name}' is empty, which would call another path.", name);
        _pathValues[name] = Uri.EscapeDataString(text);
        return this;
    }

    /// <summary>Adds a query parameter; a list adds one for each item.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    public ApiRequest Query<T>(string name, T? value)
    {
        if (value is null) return this;
        foreach (string text in ParameterText.Each(value))
        {
            _query.Append(_query.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(text));
        }
        return this;
    }

    /// <summary>Adds a header.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    /// <exception cref="ArgumentException">The value holds a character that a header can't, such as a line break.</exception>
    public ApiRequest Header<T>(string name, T? value)
    {
        if (value is null) return this;
        string text = ParameterText.Of(value);
        if (!HttpSyntax.IsToken(name) || !HttpSyntax.IsFieldValue(text))
        {
            throw new ArgumentException($"{OperationId}: the header '{name}' holds {HttpSyntax.CannotBeSent}.", name);
        }
        _headers.Add(new(name, text));
        return this;
    }

    /// <summary>Adds a cookie.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">Its value, percent-encoded on the wire; <see langword="null"/> leaves it out.</param>
    public ApiRequest Cookie<T>(string name, T? value)
    {
        if (value is null) return this;
        string cookie = $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(ParameterText.Of(value))}";
        int existing = _headers.FindIndex(header => header.Key == "Cookie");
        // All cookies go into one header (RFC 6265, section 5.4).
        if (existing < 0) _headers.Add(new("Cookie", cookie));
        else _headers[existing] = new("Cookie", _headers[existing].Value + "; " + cookie);
        return this;
    }

    /// <summary>Asks for a credential to be sent. Where the client has none for the scheme, the request goes without.</summary>
    /// <param name="scheme">The document's security scheme.</param>
    public ApiRequest Authorize(SecurityScheme scheme)
    {
        _schemes.Add(scheme);
        return this;
    }

    /// <summary>Sets a JSON body, checked against its limits when its type knows them.</summary>
    /// <typeparam name="T">Type of the body.</typeparam>
    /// <param name="body">The body; <see langword="null"/> sends none.</param>
    public ApiRequest Json<T>(T? body) where T : class, IJsonModel<T> => body is null ? this : Json(body, JsonCodec.WriteModel);

    /// <summary>Sets a JSON body, checked against its limits when its type knows them.</summary>
    /// <typeparam name="T">Type of the body.</typeparam>
    /// <param name="body">The body; <see langword="null"/> sends none.</param>
    /// <param name="write">Writes it.</param>
    public ApiRequest Json<T>(T? body, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (body is null) return this;
        if (body is IValidatable validatable) validatable.Validate(ref _validation);
        // Written when it is sent: an invalid body may lack what the writer needs.
        return Body("application/json", () => new BodySegment(JsonBody.Write(body, write)));
    }

    /// <summary>Adds a field to a multipart/form-data body; a list adds one for each item.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    /// <param name="contentType">Content type of the part, if it is to have one.</param>
    /// <exception cref="ArgumentException">The name holds a line break.</exception>
    public ApiRequest FormField<T>(string name, T? value, string? contentType = null)
    {
        if (value is null) return this;
        foreach (string text in ParameterText.Each(value))
        {
            Form.AddField(name, text, contentType);
        }
        return this;
    }

    /// <summary>Adds a field that is JSON to a multipart/form-data body, as OpenAPI sends objects there.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="value">Its value; <see langword="null"/> leaves it out.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="contentType">Content type of the part.</param>
    /// <exception cref="ArgumentException">The name holds a line break.</exception>
    public ApiRequest FormJson<T>(string name, T? value, JsonWrite<T> write, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is not null) Form.AddField(name, Encoding.UTF8.GetString(JsonBody.Write(value, write).Span), contentType);
        return this;
    }

    /// <summary>Adds a file to a multipart/form-data body.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="content">The file; <see langword="null"/> leaves it out.</param>
    /// <param name="maxLength">Most bytes allowed.</param>
    /// <param name="contentType">Comma-separated media types allowed (OpenAPI's <c>encoding.contentType</c>); <see langword="null"/> for any.</param>
    /// <exception cref="ArgumentException">The part's or the file's name holds a line break.</exception>
    public ApiRequest FormFile(string name, UploadContent? content, long? maxLength = null, string? contentType = null)
    {
        if (content is null) return this;
        Form.AddFile(name, content, Check(name, content, maxLength, contentType));
        return this;
    }

    /// <summary>Sets the file itself as the body.</summary>
    /// <param name="content">The file; <see langword="null"/> sends no body.</param>
    /// <param name="contentType">Comma-separated media types allowed; <see langword="null"/> for any.</param>
    /// <param name="maxLength">Most bytes allowed.</param>
    public ApiRequest Binary(UploadContent? content, string? contentType = null, long? maxLength = null)
    {
        if (content is null) return this;
        return Body(Check("", content, maxLength, contentType), () => new BodySegment(default, content));
    }

    /// <summary>Asks for reports of the file's bytes sent.</summary>
    /// <param name="progress">Takes the reports, if any.</param>
    public ApiRequest Progress(IProgress<UploadProgress>? progress)
    {
        ProgressTarget = progress;
        return this;
    }

    private MultipartForm Form => _form ??= new MultipartForm();

    internal void ThrowIfInvalid()
    {
        if (!_validation.IsValid) throw new RequestValidationException(OperationId, _validation.Violations);
    }

    /// <summary>The same failure, with the request named.</summary>
    internal Exception Name(Exception cause, Uri url)
    {
        string message = $"{OperationId}: {Method.Method} {Redaction.Url(url)}: {cause.Message}";
        return cause is HttpRequestException network
            ? new HttpRequestException(network.HttpRequestError, message, cause)
            : new TimeoutException(message, cause);
    }

    /// <summary>The URL, with nothing in it that could lead elsewhere than the document says.</summary>
    internal Uri UrlOn(Uri baseAddress, string? secretQuery)
    {
        string path = FilledPath();
        string query = secretQuery is null ? _query.ToString() : _query.Length == 0 ? secretQuery : $"{_query}&{secretQuery}";
        string mark = query.Length == 0 ? "" : path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return HttpSyntax.ExactUri(baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + path.TrimStart('/') + mark + query);
    }

    internal HttpRequestMessage ToMessage(Uri url, Transfer transfer)
    {
        var message = new HttpRequestMessage(Method, url);
        IReadOnlyList<BodySegment>? segments = _form?.Segments ?? (_body is null ? null : [_body()]);
        if (segments is not null) message.Content = new RequestBody(segments, transfer);
        foreach ((string name, string value) in _headers)
        {
            if (message.Headers.TryAddWithoutValidation(name, value)) continue;
            // A Content-* header: it belongs to the body, be it an empty one.
            message.Content ??= new RequestBody([], transfer);
            message.Content.Headers.TryAddWithoutValidation(name, value);
        }
        if (segments is not null && !message.Content!.Headers.NonValidated.Contains("Content-Type"))
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", _form?.ContentType ?? _contentType);
        }
        return message;
    }

    private ApiRequest Body(string contentType, Func<BodySegment> body)
    {
        _contentType = contentType;
        _body = body;
        return this;
    }

    /// <summary>Checks a file against its limits and gives the content type to send it with.</summary>
    private string Check(string member, UploadContent content, long? maxLength, string? allowed)
    {
        FileLength += content.Length;
        if (maxLength is { } max) _validation.FileLength(member, content, max);
        if (allowed is null || MediaTypes.Allows(allowed, content.MediaType)) return content.MediaType;
        // Any file is bytes: where the document asks for just that, it is sent as that.
        if (MediaTypes.Allows(allowed, MediaTypes.Bytes)) return MediaTypes.Bytes;
        _validation.MediaType(member, content, allowed);
        return content.MediaType;
    }

    private string FilledPath()
    {
        string[] segments = _template.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            string filled = Filled(segments[i]);
            // Encoded dots would be dots again to many servers, so there is no way to send these.
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
        foreach ((string name, string value) in _pathValues)
        {
            segment = segment.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }
        return segment;
    }
}
