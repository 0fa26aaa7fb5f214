using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace UploadGen.Core;

/// <summary>Asks storage whether the object behind a URL is the file: what is there may have been there before.</summary>
internal sealed class StoredObject(Func<HttpClient> client, StorageNetwork network, TransferTimeouts timeouts, StorageFailure failure, UploadContent content)
{
    /// <summary>
    /// Compares length and MD5 with what storage tells by HEAD: <c>Content-MD5</c>, <c>x-goog-hash</c>, or an ETag that is an MD5. Most signed URLs are for
    /// one method only, so that nothing is told.
    /// </summary>
    /// <returns>Whether it is the file; null where that can't be told.</returns>
    public async Task<bool?> IsFileAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var transfer = new Transfer(timeouts, progress: null, cancellationToken);
            using var request = new StorageRequest(HttpMethod.Head, url, network);
            var attempt = new RequestAttempt(failure.OperationId, Template: null, Number: 1, failure.Secrets);
            using var response = await HttpSending.SendAsync(client(), request, transfer, attempt).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return null;
            }

            if (response.Content.Headers.ContentLength is { } length && length != content.Length)
            {
                return false;
            }

            return Md5(response) is { } stored ? (await Md5Async(cancellationToken).ConfigureAwait(false)).AsSpan().SequenceEqual(stored) : null;
        }
        catch (Exception cause) when (cause is HttpRequestException or TimeoutException)
        {
            return null;
        }
    }

    private static byte[]? Md5(HttpResponseMessage response)
        => FromBase64(Header(response.Content.Headers.NonValidated, "Content-MD5"))
            ?? FromBase64(Header(response.Headers.NonValidated, "x-goog-hash")?.Split(',', StringSplitOptions.TrimEntries)
                .FirstOrDefault(hash => hash.StartsWith("md5=", StringComparison.Ordinal))?[4..])
            ?? FromHex(StoredAnswer.ETag(response)?.Trim('"'));

    private static string? Header(System.Net.Http.Headers.HttpHeadersNonValidated headers, string name)
        => headers.TryGetValues(name, out var values) ? values.ToString() : null;

    private static byte[]? FromBase64(string? text)
    {
        var digest = new byte[MD5.HashSizeInBytes];
        return text is not null && Convert.TryFromBase64String(text, digest, out var length) && length == digest.Length ? digest : null;
    }

    private static byte[]? FromHex(string? text)
        => text is { Length: 2 * MD5.HashSizeInBytes } && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;

    [SuppressMessage("Security", "CA5351", Justification = "Stores tell the MD5 of what they hold.")]
    private async Task<byte[]> Md5Async(CancellationToken cancellationToken)
    {
        var stream = content.Source.Open();
        try
        {
            return await MD5.HashDataAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            content.Source.Close(stream);
        }
    }
}
