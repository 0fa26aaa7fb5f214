namespace UploadGen.Core;

/// <summary>The errors that the document describes for an operation. Makes an answer that is an error into an exception.</summary>
internal sealed class ErrorResponses
{
    private readonly StatusTable<DocumentedError> _errors = new();

    public void Add<TError>(string status, BodyReader<TError> reader, string? description)
        => _errors.Add(status, new DocumentedError(
            description, (message, failure, answer, body) => new ApiException<TError>(message, failure, reader.Read(answer, body)), reader));

    /// <summary>Adds how an error is read as XML, where it may be described as JSON already.</summary>
    public void Add<TError>(string status, XmlBodyReader<TError> reader, string? description)
        => Add(status, new BodyReader<TError>((_errors.Of(status)?.Reader as BodyReader<TError>)?.Json, reader), description);

    public void Add(string status, string? description) => _errors.Add(status, new DocumentedError(description, null));

    public bool IsExact(int status) => _errors.Exact(status) is not null;

    public async Task<ApiException> ReadAsync(ApiExchange exchange)
    {
        var body = await exchange.ReadErrorAsync().ConfigureAwait(false);
        var failure = exchange.Failure(body.Span);
        var error = _errors.Exact(exchange.Status) ?? _errors.Range(exchange.Status) ?? _errors.Default;
        if (error is null)
        {
            return new ApiException(exchange.Describe(failure, null, "The document doesn't tell of this status."), failure);
        }

        if (error.Read is null)
        {
            return new ApiException(exchange.Describe(failure, error.Description, null), failure);
        }

        try
        {
            return error.Read(exchange.Describe(failure, error.Description, null), failure, exchange.Response, body);
        }
        catch (Exception mismatch) when (mismatch is JsonBodyException or XmlBodyException)
        {
            // The status is what matters. That the body isn't as documented is only added to the message.
            var remark = $"The body isn't the error the document describes ({BodyMismatch.ShownPath(mismatch, exchange)}: {mismatch.Message})";
            return new ApiException(exchange.Describe(failure, error.Description, remark), failure, mismatch.InnerException);
        }
    }
}
