using System.Text;

namespace UploadGen.Core;

/// <summary>Reads the bodies of answers.</summary>
internal static class ResponseBodyReader
{
    /// <summary>The most bytes of an error's body that are read.</summary>
    public const int ErrorLimit = 64 * 1024;

    private const int LargestFirstBuffer = 16 * 1024;

    /// <summary>Reads the body, which may be <paramref name="limit"/> bytes long: an endless answer must not fill the memory.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadWholeAsync(HttpResponseMessage response, Transfer transfer, int limit)
    {
        var body = Buffer(response);
        try
        {
            await ReadAsync(response, body, transfer, limit + 1).ConfigureAwait(false);
        }
        catch (Exception cause) when (transfer.Explain(cause) is { } better && better != cause)
        {
            throw better;
        }
        catch (Exception cause) when (cause is not HttpRequestException)
        {
            var problem = FormattableString.Invariant($"the answer broke off after {body.Count} bytes: ");
            throw new HttpRequestException(problem + SafeCause.Message(cause, secrets: null), SafeCause.Of(cause, secrets: null));
        }

        return body.Count <= limit ? Taken(body) : throw new HttpRequestException(
            HttpRequestError.ConfigurationLimitExceeded,
            FormattableString.Invariant($"the answer is longer than {limit} bytes (UploadClientOptions.MaxResponseLength)."));
    }

    /// <summary>Reads an error's body as far as it comes: a broken connection must not hide the status.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadErrorAsync(HttpResponseMessage response, Transfer transfer)
    {
        var body = Buffer(response);
        try
        {
            await ReadAsync(response, body, transfer, ErrorLimit).ConfigureAwait(false);
        }
        catch (Exception cause) when (transfer.Explain(cause) is OperationCanceledException canceled)
        {
            throw canceled;
        }
        catch (Exception) when (transfer is { IsForeign: true, Token.IsCancellationRequested: true })
        {
            // A stream of the caller's may still be read into the buffer.
            return default;
        }
        catch (Exception)
        {
            // What was read until here is all there is.
        }

        return Taken(body);
    }

    /// <summary>The body as text, in the charset it names or else UTF-8.</summary>
    public static string Text(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var encoding = Encoding.UTF8;
        try
        {
            if (response.Content.Headers.ContentType?.CharSet is { } charset)
            {
                encoding = Encoding.GetEncoding(charset.Trim('"'));
            }
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException)
        {
            // An unknown charset: most of them agree with UTF-8 on ASCII.
        }

        return encoding.GetString(body);
    }

    /// <summary>A buffer that holds most answers without growing. The length that a server announces isn't trusted.</summary>
    private static PooledBuffer Buffer(HttpResponseMessage response)
        => new((int)Math.Clamp(1 + (response.Content.Headers.ContentLength ?? 4095), 256, LargestFirstBuffer));

    /// <summary>The bytes. Only now the buffer goes back to the pool: a read that was left behind would write into what others have got from there.</summary>
    private static byte[] Taken(PooledBuffer body)
    {
        var bytes = body.ToArray();
        body.Dispose();
        return bytes;
    }

    private static Task<bool> ReadAsync(HttpResponseMessage response, PooledBuffer body, Transfer transfer, int limit)
        => transfer.IsForeign ? ReadForeignAsync(response, body, transfer, limit) : FillAsync(response, body, transfer, limit);

    private static Task<bool> ReadForeignAsync(HttpResponseMessage response, PooledBuffer body, Transfer transfer, int limit)
        => CallerCode.RunAsync(() => FillAsync(response, body, transfer, limit), transfer.Token);

    private static async Task<bool> FillAsync(HttpResponseMessage response, PooledBuffer body, Transfer transfer, int limit)
    {
        transfer.AwaitBody();
        var stream = await response.Content.ReadAsStreamAsync(transfer.Token).ConfigureAwait(false);
        int read;
        do
        {
            var free = body.GetMemory();
            read = await stream.ReadAsync(free[..Math.Min(free.Length, limit - body.Count)], transfer.Token).ConfigureAwait(false);
            body.Advance(read);
            transfer.AwaitBytes();
        }
        while (read > 0 && body.Count < limit);
        return true;
    }
}
