namespace UploadGen.Core;

/// <summary>Makes the exceptions of sending to storage: what happened, where, and what to do. They hold no query of a URL and no raw answer.</summary>
internal sealed class StorageFailure(string operationId, KnownSecrets secrets)
{
    private static readonly string[] RequestIdHeaders = ["x-amz-request-id", "x-ms-request-id", "x-guploader-uploadid", "x-request-id", "cf-ray"];

    public string OperationId => operationId;

    public KnownSecrets Secrets => secrets;

    /// <summary>The URL to send to.</summary>
    /// <exception cref="UploadException">There is none, or it can't be sent to.</exception>
    public Uri Target(string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            throw BeforeSending(
                "The API's answer holds no URL to send the file to, and nothing in it is known to say that the API has the file already.", target: null);
        }

        Uri target;
        try
        {
            target = HttpSyntax.ExactUri(url);
        }
        catch (UriFormatException cause)
        {
            throw BeforeSending($"The upload URL can't be sent to. {SafeCause.Message(cause, secrets)}", null, cause);
        }

        if (target.UserInfo.Length > 0)
        {
            throw BeforeSending("The upload URL holds a user name, which storage has no use for; it may be meant to mislead about the host.", target);
        }

        return target;
    }

    public UploadException BeforeSending(string problem, Uri? target, Exception? cause = null)
        => new(Told($"{operationId}: {problem} Nothing was sent{To(target)}."), UploadStep.Put, operationId, Safe(cause, target))
        {
            Url = Shown(target),
            IsStored = false,
        };

    /// <param name="cause">What the network layer said.</param>
    /// <param name="target">Where the file was going.</param>
    /// <param name="isWhole">Whether all of it was handed to the network, so that storage may have it.</param>
    public UploadException NotDelivered(Exception cause, Uri target, bool isWhole)
        => new(
            Told($"{operationId}: sending the file to {Shown(target)} failed: {SafeCause.Message(cause, secrets, target.Host)}"),
            UploadStep.Put, operationId, Safe(cause, target))
        {
            Url = Shown(target),
            IsTransient = RequestSafety.IsTransient(cause),
            IsStored = isWhole ? null : false,
            Attempts = Retrying.AttemptsOf(cause),
        };

    public UploadCanceledException Canceled(Exception cause, Uri target, bool? isStored, CancellationToken cancellationToken)
        => new(
            Told($"{operationId}: sending the file to {Shown(target)} was canceled by its caller.{(isStored is null ? " Storage may have all of it." : "")}"),
            UploadStep.Put, operationId, Safe(cause, target)!, cancellationToken)
        {
            IsStored = isStored,
        };

    public UploadException Incomplete(HttpResponseMessage response, Uri target, long sent, long length)
        => new(
            FormattableString.Invariant($"{operationId}: storage answered {(int)response.StatusCode} after {sent} of {length} bytes{To(target)}. ")
            + "The stored object isn't the file; upload it again.",
            UploadStep.Put, operationId)
        {
            StatusCode = (int)response.StatusCode,
            StorageRequestId = RequestIdHeader.Find(response, RequestIdHeaders, secrets),
            Url = Shown(target),
            IsStored = false,
        };

    /// <param name="response">An answer of success.</param>
    /// <param name="target">Where the file went.</param>
    /// <param name="doubt">What speaks against it.</param>
    public UploadException Doubtful(HttpResponseMessage response, Uri target, string doubt)
        => new(
            $"{operationId}: storage answered {(int)response.StatusCode}{To(target)}, {doubt}. Whether the file is stored isn't known: make sure before you go on.",
            UploadStep.Put, operationId)
        {
            StatusCode = (int)response.StatusCode,
            StorageRequestId = RequestIdHeader.Find(response, RequestIdHeaders, secrets),
            Url = Shown(target),
        };

    /// <param name="response">An answer of success.</param>
    /// <param name="target">Where the file went.</param>
    /// <param name="difference">What shows that storage holds something else.</param>
    public UploadException Differs(HttpResponseMessage response, Uri target, DigestDifference difference)
        => new(
            Told($"{operationId}: storage answered {(int)response.StatusCode}{To(target)}, but holds other bytes than were read of the file: "
                + $"by its {difference.Told.Header}, the {DigestText.Name(difference.Told.Algorithm)} of what it holds is {difference.ToldText}, "
                + $"and what was to be sent has {difference.SentText}. The bytes were changed on their way, or after they were read. Upload the file again."
                + (difference.Told.Header.Equals("ETag", StringComparison.OrdinalIgnoreCase)
                    ? " Should this store's ETags be no MD5s, UploadClientOptions.CompareDigests = false leaves the comparison out."
                    : "")),
            UploadStep.Put, operationId)
        {
            StatusCode = (int)response.StatusCode,
            StorageRequestId = RequestIdHeader.Find(response, RequestIdHeaders, secrets),
            Url = Shown(target),
            StoredDigest = Told(difference.ToldText),
            SentDigest = difference.SentText,
            IsTransient = true,
            IsStored = false,
        };

    /// <param name="response">An answer that doesn't fit what was asked or sent.</param>
    /// <param name="target">Where that went.</param>
    /// <param name="problem">What is wrong with it, and what follows from that.</param>
    /// <param name="isTransient">Whether storage may answer otherwise when it is asked again.</param>
    public UploadException Answered(HttpResponseMessage response, Uri target, string problem, bool isTransient)
        => new($"{operationId}: storage answered {(int)response.StatusCode}{To(target)}, {problem}", UploadStep.Put, operationId)
        {
            StatusCode = (int)response.StatusCode,
            StorageRequestId = RequestIdHeader.Find(response, RequestIdHeaders, secrets),
            Url = Shown(target),
            IsTransient = isTransient,
        };

    /// <param name="url">The upload's URL.</param>
    /// <param name="cause">What is wrong with the answer.</param>
    public UploadException UnreadItem(string url, JsonBodyException cause)
        => new(
            Told($"{operationId}: storage has the file, and what it answered at {Redaction.Url(url, secrets)} isn't what the document says "
                + $"({cause.Path}): {SafeCause.Message(cause, secrets)}"),
            UploadStep.Put, operationId, SafeCause.Of(cause, secrets))
        {
            Url = Redaction.Url(url, secrets),
            IsStored = true,
        };

    /// <param name="url">The upload's URL.</param>
    public UploadException UntoldItem(string url)
        => new(
            $"{operationId}: storage has the file, and didn't tell at {Redaction.Url(url, secrets)} what was made of it: its last answer was empty, or got lost. "
                + "Ask the API for it; don't upload the file again.",
            UploadStep.Put, operationId)
        {
            Url = Redaction.Url(url, secrets),
            IsStored = true,
        };

    /// <summary>An object is there already, and an earlier attempt may have stored it.</summary>
    /// <param name="refused">The refusal to replace it.</param>
    /// <param name="isFile">Whether it is the file: <see langword="false"/> where it isn't, <see langword="null"/> where that can't be told.</param>
    public static UploadException AnotherMayBeThere(UploadException refused, bool? isFile)
    {
        refused.IsStored = isFile;
        refused.Add(isFile is null
            ? "An earlier attempt, whose answer was lost or a failure, may have stored it; storage doesn't tell whether it is this file or was there before."
            : "What is there isn't this file: it has another length or digest, or is of other blocks.");
        return refused;
    }

    public UploadException WithoutETag(FilePart part) => new(
        $"{operationId}: storage took a part of {part.Content.FileName}{To(Target(part.Target?.Url))} and answered without an ETag, "
        + "which the API wants to complete the upload. Something between here and storage may take that header out.",
        UploadStep.Put, operationId)
    {
        Url = Shown(Target(part.Target?.Url)),
    };

    /// <param name="response">The refusal.</param>
    /// <param name="request">What was refused.</param>
    /// <param name="transfer">How it went out.</param>
    /// <param name="mayPass">Whether the same may work later, where more is known of that than the status says.</param>
    /// <param name="advice">What the refusal means; <see langword="null"/> for what it usually does.</param>
    public async Task<UploadException> RefusedAsync(
        HttpResponseMessage response, HttpRequestMessage request, Transfer transfer, bool? mayPass = null, string? advice = null)
    {
        var body = await ResponseBodyReader.ReadErrorAsync(response, transfer).ConfigureAwait(false);
        var refusal = StorageRefusal.Read(response, request.RequestUri!, body, secrets);
        return Refused(response, refusal with { IsTransient = mayPass ?? refusal.IsTransient }, request, transfer, advice);
    }

    /// <summary>The error that an answer of success holds, if it does: storage begins to answer before it is done.</summary>
    public async Task<UploadException?> ErrorInSuccessAsync(HttpResponseMessage response, HttpRequestMessage request, Transfer transfer)
    {
        ReadOnlyMemory<byte> body;
        try
        {
            body = await ResponseBodyReader.ReadWholeAsync(response, transfer, ResponseBodyReader.ErrorLimit).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is HttpRequestException or TimeoutException)
        {
            return StoredAnswer.IsXml(response)
                ? Doubtful(response, request.RequestUri!, "with a body that couldn't be read to its end, and may tell of an error")
                : null;
        }

        var refusal = StorageRefusal.Read(response, request.RequestUri!, body, secrets);
        if (!refusal.IsError)
        {
            return StoredBody.Doubt(response, body) is { } doubt ? Doubtful(response, request.RequestUri!, doubt) : null;
        }

        var refused = Refused(response, refusal, request, transfer);
        refused.IsStored = null;
        return refused;
    }

    private UploadException Refused(
        HttpResponseMessage response, StorageRefusal refusal, HttpRequestMessage request, Transfer transfer, string? advice = null)
    {
        var requestId = refusal.RequestId ?? RequestIdHeader.Find(response, RequestIdHeaders, secrets);
        var code = refusal.Code is null ? "" : $" ({refusal.Code})";
        var id = requestId is null ? "" : $" Storage's request id: {requestId}.";
        var what = response.IsSuccessStatusCode ? "answered" : "refused the file with";
        var error = response.IsSuccessStatusCode ? ", with an error in its body" : "";
        return new UploadException(
            Told($"{operationId}: storage {what} {(int)response.StatusCode}{code}{To(request.RequestUri)}{error}. "
                + $"{advice ?? StorageAdvice.For(response, refusal, request)}{id}"),
            UploadStep.Put, operationId)
        {
            StatusCode = (int)response.StatusCode,
            StorageCode = refusal.Code,
            StorageRequestId = requestId,
            Url = Shown(request.RequestUri),
            IsUrlExpired = refusal.IsExpired,
            IsGone = (int)response.StatusCode is 404 or 410 && refusal.Code is null or "NoSuchUpload",
            IsTransient = refusal.IsTransient,
            RetryAfter = RetryAfter.Read(response),
            // A server that fails may have stored the file before, and so may one behind a proxy that has waited too long.
            IsStored = (int)response.StatusCode is >= 500 or 408 && transfer.IsHandedOver ? null : false,
        };
    }

    private string? Shown(Uri? target) => target is null ? null : Redaction.Url(target, secrets);

    private string To(Uri? target) => target is null ? "" : $" to {Shown(target)}";

    private string Told(string message) => Redaction.WithoutSecrets(message, secrets);

    private Exception? Safe(Exception? cause, Uri? target) => cause is null ? null : SafeCause.Of(cause, secrets, target?.Host);
}
