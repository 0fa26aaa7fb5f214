using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>The answers of an operation that gives no value: any 2xx is a success, whatever its body. Not to be changed after it was first used.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiResponses
{
    private readonly StatusTable<object> _successes = new();
    private readonly ErrorResponses _errors = new();

    /// <summary>A success; only needed for a status other than 2xx.</summary>
    /// <param name="status">The status.</param>
    public ApiResponses Empty(string status)
    {
        _successes.Add(status, status);
        return this;
    }

    /// <inheritdoc cref="ApiResponses{T}.Error{TError}(string, JsonRead{TError}, string?)"/>
    public ApiResponses Error<TError>(string status, JsonRead<TError> read, string? description = null)
    {
        _errors.Add(status, new BodyReader<TError>(read), description);
        return this;
    }

    /// <inheritdoc cref="ApiResponses{T}.XmlError{TError}(string, XmlRead{TError}, string?, string?, string?)"/>
    public ApiResponses XmlError<TError>(string status, XmlRead<TError> read, string? name = null, string? ns = null, string? description = null)
    {
        _errors.Add(status, new XmlBodyReader<TError>(read, name, ns), description);
        return this;
    }

    /// <inheritdoc cref="ApiResponses{T}.Error(string, string?)"/>
    public ApiResponses Error(string status, string? description = null)
    {
        _errors.Add(status, description);
        return this;
    }

    internal async Task ReadAsync(ApiExchange exchange)
    {
        if (exchange.Status is >= 200 and < 300 || _successes.Exact(exchange.Status) is not null)
        {
            return;
        }

        if (!_errors.IsExact(exchange.Status) && _successes.Range(exchange.Status) is not null)
        {
            return;
        }

        throw await _errors.ReadAsync(exchange).ConfigureAwait(false);
    }
}
