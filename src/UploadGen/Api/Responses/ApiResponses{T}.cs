using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>
/// The answers of an operation that gives a value: how each is read. A status is OpenAPI's: <c>201</c>, <c>4XX</c> or <c>default</c>, and the
/// more exact one wins. Not to be changed after it was first used.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiResponses<T>
{
    private readonly StatusTable<DocumentedSuccess<T>> _successes = new();
    private readonly ErrorResponses _errors = new();

    private Func<T, AnswerHeaders, T>? _takeHeaders;

    internal string? Accept => _successes.First?.Kind switch
    {
        ResponseKind.Json or ResponseKind.JsonOrText => "application/json",
        ResponseKind.Xml => "application/xml",
        ResponseKind.Text => "text/plain, */*;q=0.5",
        _ => null,
    };

    /// <summary>A success with a JSON body.</summary>
    /// <param name="status">The status.</param>
    /// <param name="read">Reads the body.</param>
    public ApiResponses<T> Json(string status, JsonRead<T> read) => Add(status, new DocumentedSuccess<T>(ResponseKind.Json, new BodyReader<T>(read)));

    /// <summary>A success with an XML body. One that is described as JSON, too, is read as what came.</summary>
    /// <param name="status">The status.</param>
    /// <param name="read">Reads the value from the root element.</param>
    /// <param name="name">What that is called; <see langword="null"/> for anything.</param>
    /// <param name="ns">The namespace it is in; <see langword="null"/> for any.</param>
    public ApiResponses<T> Xml(string status, XmlRead<T> read, string? name = null, string? ns = null)
    {
        var xml = new XmlBodyReader<T>(read, name, ns);
        return Add(status, _successes.Of(status) is { Kind: ResponseKind.Json, Reader: { } json } known
            ? known with { Reader = json with { Xml = xml } }
            : new DocumentedSuccess<T>(ResponseKind.Xml, new BodyReader<T>(null, xml)));
    }

    /// <summary>A success with a JSON body, or a text where its <c>Content-Type</c> says so; <typeparamref name="T"/> is <see cref="string"/>.</summary>
    /// <param name="status">The status.</param>
    /// <param name="read">Reads the body where it is JSON.</param>
    public ApiResponses<T> JsonOrText(string status, JsonRead<T> read)
        => Add(status, new DocumentedSuccess<T>(ResponseKind.JsonOrText, new BodyReader<T>(read)));

    /// <summary>A success with a text body; <typeparamref name="T"/> is <see cref="string"/>.</summary>
    /// <param name="status">The status.</param>
    public ApiResponses<T> Text(string status) => Add(status, new DocumentedSuccess<T>(ResponseKind.Text));

    /// <summary>A success with any body, not read but handed on; <typeparamref name="T"/> is <see cref="Stream"/>.</summary>
    /// <param name="status">The status.</param>
    public ApiResponses<T> Stream(string status) => Add(status, new DocumentedSuccess<T>(ResponseKind.Stream));

    /// <summary>A redirect that isn't followed but is the answer; <typeparamref name="T"/> is <see cref="Uri"/>.</summary>
    /// <param name="status">The status.</param>
    public ApiResponses<T> Location(string status) => Add(status, new DocumentedSuccess<T>(ResponseKind.Location));

    /// <summary>A success without a body: the value is <see langword="default"/>.</summary>
    /// <param name="status">The status.</param>
    public ApiResponses<T> Empty(string status) => Add(status, new DocumentedSuccess<T>(ResponseKind.Empty));

    /// <summary>Takes into the value what the headers of every success tell.</summary>
    /// <param name="take">Makes the value with them; without a body, it gets <see langword="default"/>.</param>
    public ApiResponses<T> Headers(Func<T, AnswerHeaders, T> take)
    {
        _takeHeaders = take;
        return this;
    }

    /// <summary>An error with a schema.</summary>
    /// <typeparam name="TError">Type of the error.</typeparam>
    /// <param name="status">The status.</param>
    /// <param name="read">Reads the body.</param>
    /// <param name="description">What the document says about it.</param>
    public ApiResponses<T> Error<TError>(string status, JsonRead<TError> read, string? description = null)
    {
        _errors.Add(status, new BodyReader<TError>(read), description);
        return this;
    }

    /// <summary>An error with a schema, in XML. One that is described as JSON, too, is read as what came.</summary>
    /// <typeparam name="TError">Type of the error.</typeparam>
    /// <param name="status">The status.</param>
    /// <param name="read">Reads the value from the root element.</param>
    /// <param name="name">What that is called; <see langword="null"/> for anything.</param>
    /// <param name="ns">The namespace it is in; <see langword="null"/> for any.</param>
    /// <param name="description">What the document says about it.</param>
    public ApiResponses<T> XmlError<TError>(string status, XmlRead<TError> read, string? name = null, string? ns = null, string? description = null)
    {
        _errors.Add(status, new XmlBodyReader<TError>(read, name, ns), description);
        return this;
    }

    /// <summary>An error without a schema.</summary>
    /// <param name="status">The status.</param>
    /// <param name="description">What the document says about it.</param>
    public ApiResponses<T> Error(string status, string? description = null)
    {
        _errors.Add(status, description);
        return this;
    }

    internal async Task<T> ReadAsync(ApiExchange exchange)
    {
        var status = exchange.Status;
        var isSuccess = status is >= 200 and < 300;
        var success = _successes.Exact(status)
            ?? (_errors.IsExact(status) ? null : _successes.Range(status))
            ?? (isSuccess ? _successes.Default : null);
        if (success is not null)
        {
            return await ReadAsync(success, exchange, null).ConfigureAwait(false);
        }

        if (!isSuccess || _successes.First is not { } nearest)
        {
            throw await _errors.ReadAsync(exchange).ConfigureAwait(false);
        }

        return await ReadAsync(nearest, exchange, $"The document doesn't tell of status {status}. ").ConfigureAwait(false);
    }

    private async Task<T> ReadAsync(DocumentedSuccess<T> success, ApiExchange exchange, string? remark)
    {
        var value = await success.ReadAsync(exchange, remark).ConfigureAwait(false);
        return _takeHeaders is { } take ? take(value, new AnswerHeaders(exchange)) : value;
    }

    private ApiResponses<T> Add(string status, DocumentedSuccess<T> success)
    {
        _successes.Add(status, success);
        return this;
    }
}
