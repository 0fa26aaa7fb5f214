namespace UploadGen.Core;

/// <summary>Asks storage whether the object behind a URL is the file: what is there may have been there before.</summary>
internal sealed class StoredObject(Func<HttpClient> client, StorageNetwork network, TransferTimeouts timeouts, StorageFailure failure, UploadContent content)
{
    /// <summary>
    /// Compares length and digests with what storage tells by HEAD. Most signed URLs are for one method only, so that nothing is told.
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

            foreach (var digest in ToldDigests.Read(response, request))
            {
                var file = await ContentDigest.ComputeAsync(content.Source, digest.Algorithm, cancellationToken).ConfigureAwait(false);
                // That a short sum is the same is no proof: what is there may be anything.
                if (digest.IsOf(file) is { } isFile && (!isFile || file.Length > sizeof(uint)))
                {
                    return isFile;
                }
            }

            return null;
        }
        catch (Exception cause) when (cause is HttpRequestException or TimeoutException)
        {
            return null;
        }
    }
}
