namespace UploadGen.Core;

/// <summary>Sends one file to storage: the same request for each attempt. It remembers whether an earlier attempt may have stored the file.</summary>
internal sealed class StorageUpload(
    Func<HttpClient> client, StorageNetwork network, TransferTimeouts timeouts, HttpMethod method, StorageFailure failure, Uri url, UploadContent content,
    IReadOnlyList<BodySegment> body, Func<HttpRequestMessage, string?> applyHeaders, IProgress<UploadProgress>? progress, StoredDigests? digests)
{
    /// <summary>How often a file is sent again because storage holds other bytes: a damaged line or memory damages it each time.</summary>
    private const int MaxDifferences = 1;

    private readonly ServerClock _clock = new();
    private bool _mayBeStored = content.MayBeStored;
    private UploadException? _difference;
    private int _differences;

    /// <summary>Whether the file may be sent again: the failure may pass, the file can be read again, and by storage's clock the URL hasn't expired.</summary>
    private bool MayRepeat(Exception cause)
    {
        if (cause is not UploadException { IsTransient: true } failed)
        {
            return false;
        }

        if (failed == _difference && ++_differences > MaxDifferences)
        {
            return false;
        }

        if (!content.CanReplay)
        {
            failed.Add(RequestSafety.CannotReplay);
        }

        return content.CanReplay && !(SignedUrlExpiry.Read(url) <= _clock.Now);
    }

    /// <summary>Sends the file, again after a failure that may pass.</summary>
    /// <returns>The ETag that storage gave.</returns>
    /// <exception cref="UploadException">Storage didn't take the file.</exception>
    /// <exception cref="UploadCanceledException">The caller canceled.</exception>
    public async Task<string?> RunAsync(Retrying retrying, CancellationToken cancellationToken)
    {
        try
        {
            return await retrying.RunAsync(failure.OperationId, MayRepeat, SendAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cause) when (cancellationToken.IsCancellationRequested)
        {
            throw failure.Canceled(cause, url, isStored: _mayBeStored ? null : false, cancellationToken);
        }
        // A pipeline of the caller's has ended the call; or the content fails when an earlier attempt may have stored the file.
        catch (Exception cause) when (cause is HttpRequestException or TimeoutException || (_mayBeStored && cause is not UploadException))
        {
            throw failure.NotDelivered(cause, url, isWhole: _mayBeStored);
        }
    }

    private async Task<string?> SendAsync(int attempt, CancellationToken cancellationToken)
    {
        using var turn = timeouts.Limits is { } limits ? await limits.TakeTurnAsync(cancellationToken).ConfigureAwait(false) : default;
        try
        {
            return await SendAsync(url, attempt, StorageSending.MaxRedirects, cancellationToken).ConfigureAwait(false);
        }
        catch (UploadException failed)
        {
            // Even where this attempt stored nothing, an earlier one may have.
            if (_mayBeStored)
            {
                failed.IsStored = null;
            }

            _mayBeStored = failed.IsStored is null;
            throw;
        }
    }

    private async Task<string?> SendAsync(Uri target, int attempt, int redirects, CancellationToken cancellationToken)
    {
        if (await network.ProblemAsync(target, cancellationToken).ConfigureAwait(false) is { } forbidden)
        {
            throw failure.BeforeSending(forbidden, target);
        }

        var reporter = progress is null ? null : new ProgressReporter(progress, content.Length, attempt);
        using var transfer = new Transfer(timeouts, reporter, cancellationToken);
        using var request = new StorageRequest(method, target, network);
        request.Content = new RequestBody(body, transfer);
        if (applyHeaders(request) is { } problem)
        {
            throw failure.BeforeSending(problem, target);
        }

        using var response = await SendAsync(request, transfer, attempt).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            await EnsureStoredAsync(response, request, transfer).ConfigureAwait(false);
            await EnsureSameAsync(response, request, cancellationToken).ConfigureAwait(false);
            return StoredAnswer.ETag(response);
        }

        if (redirects > 0 && content.CanReplay && StorageSending.Redirect(response, target) is { } next
            && await network.ProblemAsync(next, cancellationToken).ConfigureAwait(false) is null)
        {
            // A stream is read by one request at a time, so the first must let go of it.
            request.Dispose();
            failure.Secrets.AddUrl(next.OriginalString);
            return await SendAsync(next, attempt, redirects - 1, cancellationToken).ConfigureAwait(false);
        }

        var refused = await failure.RefusedAsync(response, request, transfer).ConfigureAwait(false);
        if (!IsThereAlready(request, refused))
        {
            throw refused;
        }

        if (!_mayBeStored)
        {
            // What is there is what this upload has put there, and isn't the file.
            throw _difference ?? refused;
        }

        request.Dispose();
        var isFile = await new StoredObject(client, network, timeouts, failure, content).IsFileAsync(target, cancellationToken).ConfigureAwait(false);
        _mayBeStored = isFile != false;
        return isFile == true ? null : throw StorageFailure.AnotherMayBeThere(refused, isFile);
    }

    private async Task EnsureStoredAsync(HttpResponseMessage response, HttpRequestMessage request, Transfer transfer)
    {
        if (transfer.BytesSent != content.Length)
        {
            throw failure.Incomplete(response, request.RequestUri!, transfer.BytesSent, content.Length);
        }

        if (StoredAnswer.Doubt(response, method, content.Length) is { } doubt)
        {
            throw failure.Doubtful(response, request.RequestUri!, doubt);
        }

        if (StoredAnswer.MayHoldError(response) && await failure.ErrorInSuccessAsync(response, request, transfer).ConfigureAwait(false) is { } refused)
        {
            throw refused;
        }
    }

    /// <summary>Makes sure that storage holds what was sent, as far as its answer tells.</summary>
    private async Task EnsureSameAsync(HttpResponseMessage response, StorageRequest request, CancellationToken cancellationToken)
    {
        if (digests is null)
        {
            return;
        }

        var told = ToldDigests.Read(response, request);
        digests.Learn(request.RequestUri!, told);
        if (told.Count == 0)
        {
            return;
        }

        _mayBeStored = true;
        // A stream is read by one at a time, so the request must let go of it.
        request.Dispose();
        if (await StoredDigests.DifferenceAsync(told, content, cancellationToken).ConfigureAwait(false) is { } difference)
        {
            _mayBeStored = false;
            throw _difference = failure.Differs(response, request.RequestUri!, difference);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Transfer transfer, int attempt)
    {
        try
        {
            var response = await StorageSending.SendAsync(client(), request, transfer, attempt, failure).ConfigureAwait(false);
            _clock.Read(response);
            return response;
        }
        catch (OperationCanceledException)
        {
            _mayBeStored |= transfer.IsHandedOver;
            throw;
        }
    }

    /// <summary>
    /// Whether storage says that an object exists already, which it does only under <c>If-None-Match: *</c>. After an attempt that may have stored the file,
    /// that may be the file, or what was there before.
    /// </summary>
    public static bool IsThereAlready(HttpRequestMessage request, UploadException refused)
        => (refused.StatusCode == 412 || refused is { StatusCode: 409, StorageCode: "BlobAlreadyExists" })
            && request.Headers.NonValidated.TryGetValues("If-None-Match", out var values) && values.ToString() == "*";
}
