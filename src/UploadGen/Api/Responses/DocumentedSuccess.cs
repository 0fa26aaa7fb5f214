namespace UploadGen.Core;

/// <summary>A success that the document describes for an operation, and how its body is read.</summary>
internal sealed record DocumentedSuccess<T>(ResponseKind Kind, BodyReader<T>? Reader = null)
{
    public async Task<T> ReadAsync(ApiExchange exchange, string? remark) => Kind switch
    {
        ResponseKind.JsonOrText when IsText(exchange) => (T)(object)ResponseBodyReader.Text(
            exchange.Response, (await exchange.ReadBodyAsync().ConfigureAwait(false)).Span),
        ResponseKind.Json or ResponseKind.JsonOrText or ResponseKind.Xml => await ReadValueAsync(exchange, remark).ConfigureAwait(false),
        ResponseKind.Text => (T)(object)ResponseBodyReader.Text(exchange.Response, (await exchange.ReadBodyAsync().ConfigureAwait(false)).Span),
        ResponseKind.Stream => (T)(object)await exchange.OpenBodyAsync().ConfigureAwait(false),
        ResponseKind.Location => (T)(object)(exchange.Location ?? throw NoUrl(exchange, remark)),
        _ => default!,
    };

    /// <summary><c>text/json</c> is another name of JSON.</summary>
    private static bool IsText(ApiExchange exchange)
        => exchange.Response.Content.Headers.ContentType?.MediaType is { } type
            && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    private static ResponseFormatException NoUrl(ApiExchange exchange, string? remark)
    {
        var failure = exchange.Failure([]);
        var message = exchange.Describe(failure, null, $"{remark}Its Location isn't a URL.");
        return new ResponseFormatException(message, failure, jsonPath: null, innerException: null);
    }

    private async Task<T> ReadValueAsync(ApiExchange exchange, string? remark)
    {
        var body = await exchange.ReadBodyAsync().ConfigureAwait(false);
        if (body.IsEmpty && default(T) is null && !NeededAnswer.IsNeeded)
        {
            // What was asked for is done, whatever the document says of the answer.
            return default!;
        }

        try
        {
            return Reader!.Read(exchange.Response, body);
        }
        catch (Exception mismatch) when (mismatch is JsonBodyException or XmlBodyException)
        {
            var failure = exchange.Failure(body.Span);
            var contentType = exchange.Response.Content.Headers.ContentType?.MediaType is { } type ? exchange.Shown(type) : "without a type";
            var path = BodyMismatch.ShownPath(mismatch, exchange);
            var message = exchange.Describe(
                failure, null, $"{remark}The body ({contentType}) isn't what the document describes, at {path}: {mismatch.Message}");
            return mismatch is XmlBodyException
                ? throw new ResponseFormatException(message, failure, jsonPath: null, mismatch.InnerException) { XmlPath = path }
                : throw new ResponseFormatException(message, failure, path, mismatch.InnerException);
        }
    }
}
