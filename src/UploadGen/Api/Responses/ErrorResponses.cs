namespace UploadGen.Core;

/// <summary>The errors that the document describes for an operation. Makes an answer that is an error into an exception.</summary>
internal sealed class ErrorResponses
{
    private readonly StatusTable<DocumentedError> _errors = new();

    public void Add<TError>(string status, JsonRead<TError> read, string? description)
    {
        _errors.Add(status, new DocumentedError(
            description, (message, failure, body) => new ApiException<TError>(message, failure, JsonBody.Read(body, read))));
    }

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
            return error.Read(exchange.Describe(failure, error.Description, null), failure, body);
        }
        catch (JsonBodyException mismatch)
        {
            // The status is what matters. That the body isn't as documented is only added to the message.
            var remark = $"The body isn't the error the document describes ({exchange.Shown(mismatch.Path)}: {mismatch.Message})";
            return new ApiException(exchange.Describe(failure, error.Description, remark), failure, mismatch.InnerException);
        }
    }
}
