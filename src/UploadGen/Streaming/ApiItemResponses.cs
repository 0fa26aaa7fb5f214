using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>
/// The answers of an operation whose success is a sequence of items that are read as they come. A status is OpenAPI's: <c>200</c>, <c>4XX</c> or
/// <c>default</c>, and the more exact one wins. Not to be changed after it was first used.
/// </summary>
/// <typeparam name="T">Type of an item.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiItemResponses<T>
{
    private readonly StatusTable<DocumentedItems<T>> _successes = new();
    private readonly ErrorResponses _errors = new();

    /// <summary>A success with a JSON value on each line.</summary>
    /// <param name="status">The status.</param>
    /// <param name="read">Reads an item.</param>
    public ApiItemResponses<T> JsonLines(string status, JsonRead<T> read) => Add(status, new DocumentedItems<T>(ItemFormat.JsonLines, read));

    /// <summary>A success that is a JSON text sequence (RFC 7464).</summary>
    /// <param name="status">The status.</param>
    /// <param name="read">Reads an item.</param>
    public ApiItemResponses<T> JsonSequence(string status, JsonRead<T> read) => Add(status, new DocumentedItems<T>(ItemFormat.JsonSequence, read));

    /// <summary>A success that is a stream of events.</summary>
    /// <param name="status">The status.</param>
    /// <param name="read">Reads an event.</param>
    /// <param name="format">How an event's data is read; <see langword="null"/> for data that is JSON.</param>
    public ApiItemResponses<T> Events(string status, JsonRead<T> read, EventFormat? format = null)
        => Add(status, new DocumentedItems<T>(ItemFormat.Events, read, format ?? EventFormat.Json));

    /// <summary>A success without a body: there are no items.</summary>
    /// <param name="status">The status.</param>
    public ApiItemResponses<T> Empty(string status) => Add(status, new DocumentedItems<T>(Format: null));

    /// <inheritdoc cref="ApiResponses{T}.Error{TError}(string, JsonRead{TError}, string?)"/>
    public ApiItemResponses<T> Error<TError>(string status, JsonRead<TError> read, string? description = null)
    {
        _errors.Add(status, new BodyReader<TError>(read), description);
        return this;
    }

    /// <inheritdoc cref="ApiResponses{T}.XmlError{TError}(string, XmlRead{TError}, string?, string?, string?)"/>
    public ApiItemResponses<T> XmlError<TError>(string status, XmlRead<TError> read, string? name = null, string? ns = null, string? description = null)
    {
        _errors.Add(status, new XmlBodyReader<TError>(read, name, ns), description);
        return this;
    }

    /// <inheritdoc cref="ApiResponses{T}.Error(string, string?)"/>
    public ApiItemResponses<T> Error(string status, string? description = null)
    {
        _errors.Add(status, description);
        return this;
    }

    internal string Accept => _successes.First?.Format switch
    {
        ItemFormat.Events => "text/event-stream",
        ItemFormat.JsonSequence => "application/json-seq",
        _ => "application/jsonl, application/x-ndjson",
    };

    /// <summary>The success that an answer is.</summary>
    /// <exception cref="ApiException">It is an error, or something else than a sequence.</exception>
    internal async Task<DocumentedItems<T>> FindAsync(ApiExchange exchange)
    {
        var status = exchange.Status;
        var isSuccess = status is >= 200 and < 300;
        var documented = _successes.Exact(status)
            ?? (_errors.IsExact(status) ? null : _successes.Range(status))
            ?? (isSuccess ? _successes.Default ?? _successes.First : null)
            ?? throw await _errors.ReadAsync(exchange).ConfigureAwait(false);
        var type = exchange.Response.Content.Headers.ContentType?.MediaType;
        if (documented.Takes(type))
        {
            return documented;
        }

        // What has no body has no type, and no items.
        var body = await exchange.ReadErrorAsync().ConfigureAwait(false);
        return body.IsEmpty ? new DocumentedItems<T>(Format: null) : throw OtherType(exchange, type, body);
    }

    private static ResponseFormatException OtherType(ApiExchange exchange, string? type, ReadOnlyMemory<byte> body)
    {
        var failure = exchange.Failure(body.Span);
        var problem = $"The body ({(type is null ? "without a type" : exchange.Shown(type))}) isn't the text/event-stream that was asked for.";
        return new ResponseFormatException(exchange.Describe(failure, null, problem), failure, jsonPath: null, innerException: null);
    }

    private ApiItemResponses<T> Add(string status, DocumentedItems<T> success)
    {
        _successes.Add(status, success);
        return this;
    }
}
