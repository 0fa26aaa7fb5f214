namespace UploadGen.Core;

/// <summary>The items of an answer. Disposing them ends the exchange, whether all were read or not.</summary>
internal sealed class AnsweredItems<T> : IDisposable
{
    private readonly ApiExchange _exchange;
    private readonly DocumentedItems<T> _documented;
    private readonly Transfer _transfer;
    private readonly ItemReader _reader;
    private Stream? _body;
    private long _count;

    /// <param name="exchange">The exchange, whose answer is such a success. It is disposed with this.</param>
    /// <param name="documented">How the items are read.</param>
    public AnsweredItems(ApiExchange exchange, DocumentedItems<T> documented)
    {
        _exchange = exchange;
        _documented = documented;
        _transfer = exchange.Transfer;
        _reader = documented.Reader(new BodyWindow(ReadAsync, exchange.MaxLength));
    }

    /// <summary>The item that was read last.</summary>
    public T Current { get; private set; } = default!;

    /// <summary>Waits for the next item.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ResponseFormatException">The item isn't what the document describes.</exception>
    /// <exception cref="HttpRequestException">The answer broke off, or the item is too long.</exception>
    /// <exception cref="TimeoutException">No byte came for longer than the options allow.</exception>
    /// <exception cref="OperationCanceledException">The caller has canceled.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        ReadOnlyMemory<byte>? item = null;
        try
        {
            item = _documented.Format is null ? null : await _reader.NextAsync().ConfigureAwait(false);
            if (item is not { } json)
            {
                return false;
            }

            Current = JsonBody.Read(json, _documented.Read!);
            _count++;
            return true;
        }
        catch (JsonBodyException mismatch)
        {
            throw Mismatch(mismatch, item ?? _reader.Faulty);
        }
        catch (ItemCutException)
        {
            throw _exchange.Named(new HttpRequestException(HttpRequestError.ResponseEnded, $"the answer ended within item {Number}."));
        }
        catch (ItemTooLongException)
        {
            throw _exchange.Named(new HttpRequestException(
                HttpRequestError.ConfigurationLimitExceeded,
                FormattableString.Invariant($"item {Number} is longer than {_exchange.MaxLength} bytes (UploadClientOptions.MaxResponseLength).")));
        }
    }

    public void Dispose() => _exchange.Dispose();

    private string Number => FormattableString.Invariant($"{_count + 1}");

    private async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        try
        {
            _transfer.AwaitBytes();
            _body ??= await _exchange.Response.Content.ReadAsStreamAsync(_transfer.Token).ConfigureAwait(false);
            var read = await ReadBodyAsync(_body, buffer).ConfigureAwait(false);
            // Until it is asked for the next item, it is up to the caller how long that takes.
            _transfer.Rest();
            return read;
        }
        catch (Exception cause)
        {
            throw Broken(_transfer.Explain(cause));
        }
    }

    /// <summary>A stream that comes through handlers of the caller's may heed no token.</summary>
    private ValueTask<int> ReadBodyAsync(Stream body, Memory<byte> buffer)
        => _transfer.IsForeign
            ? new(CallerCode.RunAsync(() => body.ReadAsync(buffer, _transfer.Token).AsTask(), _transfer.Token))
            : body.ReadAsync(buffer, _transfer.Token);

    private Exception Broken(Exception cause) => cause switch
    {
        OperationCanceledException => cause,
        TimeoutException => _exchange.Named(cause),
        _ => _exchange.Named(new HttpRequestException(
            HttpRequestError.ResponseEnded,
            FormattableString.Invariant($"the answer broke off after {_count} items: {SafeCause.Message(cause, secrets: null)}"),
            SafeCause.Of(cause, secrets: null))),
    };

    private ResponseFormatException Mismatch(JsonBodyException mismatch, ReadOnlyMemory<byte> item)
    {
        var failure = _exchange.Failure(item.Span);
        var path = _exchange.Shown(mismatch.Path);
        var problem = $"Item {Number} isn't what the document describes, at {path}: {mismatch.Message}";
        return new ResponseFormatException(_exchange.Describe(failure, null, problem), failure, path, mismatch.InnerException);
    }
}
