namespace UploadGen.Core;

/// <summary>
/// Sends a file from where storage stands to its end, one request after the other. After a break, storage is asked where it stands: what it says counts, and
/// not what was sent.
/// </summary>
/// <param name="protocol">How storage is told and asked.</param>
/// <param name="connection">Sends the requests.</param>
/// <param name="url">The upload's URL, or that of the endpoint where it is to be created.</param>
/// <param name="creation">Creates the upload; <see langword="null"/> where that was done.</param>
/// <param name="content">The file.</param>
/// <param name="isBegun">Whether an earlier run may have sent all of it.</param>
/// <param name="progress">Told of the bytes that storage has, and of those on their way.</param>
internal sealed class OffsetUpload(
    OffsetProtocol protocol, ProtocolConnection connection, Uri url, ProtocolCreation? creation, UploadContent content, bool isBegun,
    IProgress<UploadProgress>? progress)
{
    private Uri _url = url;
    private bool _isCreated = creation is null;
    private bool _isUnsure = isBegun;
    private bool _mayBeComplete = isBegun;
    private long _offset;

    /// <summary>The most bytes that storage has said to have: beyond them there is progress.</summary>
    private long _reached;

    /// <summary>What had been reached when the request began that is tried again until storage has more.</summary>
    private long _goal;

    /// <summary>Where the bytes end that were sent, which storage can't have more of.</summary>
    private long _sentTo = isBegun ? content.Length : 0;

    private (UploadException Refusal, Chunk Chunk)? _conflict;
    private SentUpload? _sent;
    private ProgressReporter? _reporter;
    private int _breaks;

    /// <summary>Sends the file, again from where storage stands after a failure that may pass. Retries are counted anew when storage has got more.</summary>
    /// <exception cref="UploadException">Storage didn't take the file.</exception>
    /// <exception cref="UploadCanceledException">The caller canceled.</exception>
    /// <exception cref="IOException">The file can't be read or has changed.</exception>
    public async Task<SentUpload> RunAsync(Retrying retrying, CancellationToken cancellationToken)
    {
        // Held open while pieces of it are read, so that no other upload reads the same stream.
        using var held = content.CanReplay ? new ContentReader(content) : null;
        try
        {
            while (_sent is null)
            {
                _goal = _reached;
                await retrying.RunAsync(connection.Failure.OperationId, MayRepeat, StepAsync, cancellationToken).ConfigureAwait(false);
            }

            return _sent;
        }
        catch (UploadException failed)
        {
            failed.Add(Reached);
            throw;
        }
        catch (OperationCanceledException cause) when (cancellationToken.IsCancellationRequested)
        {
            var canceled = connection.Failure.Canceled(cause, _url, isStored: _mayBeComplete ? null : false, cancellationToken);
            canceled.Add(Reached);
            throw canceled;
        }
    }

    private string Reached => _reached == 0 ? "" : FormattableString.Invariant($"Storage said that it has {_reached:N0} of {content.Length:N0} bytes.");

    private bool MayRepeat(Exception cause)
    {
        if (cause is not UploadException failed || !(failed.IsTransient || failed == _conflict?.Refusal))
        {
            return false;
        }

        if (!content.CanReplay)
        {
            failed.Add(RequestSafety.CannotReplay);
        }

        return content.CanReplay && !(SignedUrlExpiry.Read(_url) <= connection.Clock.Now);
    }

    /// <summary>Sends until storage has more than it had, or the file is complete.</summary>
    private async Task<bool> StepAsync(int attempt, CancellationToken cancellationToken)
    {
        try
        {
            if (!_isCreated)
            {
                await CreateAsync(attempt, cancellationToken).ConfigureAwait(false);
            }
            else if (_isUnsure)
            {
                await AskAsync(attempt, cancellationToken).ConfigureAwait(false);
            }

            while (_sent is null && _offset <= _goal)
            {
                await AppendAsync(attempt, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (UploadException failed)
        {
            failed.IsStored = _mayBeComplete ? null : false;
            Break();
            throw;
        }
    }

    private async Task CreateAsync(int attempt, CancellationToken cancellationToken)
    {
        await protocol.DiscoverAsync(connection, _url, content, attempt, cancellationToken).ConfigureAwait(false);
        using var transfer = connection.Begin(progress: null, cancellationToken);
        using var answer = await connection.SendAsync(creation!.Request(), _url, transfer, attempt).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw await connection.RefusedAsync(answer, transfer, protocol).ConfigureAwait(false);
        }

        _url = creation.Created(answer);
        _isCreated = true;
        if (content.Marks is { } marks)
        {
            await marks.CreateAsync(_url.OriginalString).ConfigureAwait(false);
        }

        Accept(answer, protocol.ReadCreated(answer, content.Length), isAsked: false);
    }

    private async Task AskAsync(int attempt, CancellationToken cancellationToken)
    {
        using var transfer = connection.Begin(progress: null, cancellationToken);
        using var answer = await connection.SendAsync(protocol.Ask(content.Length), _url, transfer, attempt).ConfigureAwait(false);
        var standing = protocol.ReadAsked(answer, content.Length) ?? throw await connection.RefusedAsync(answer, transfer, protocol).ConfigureAwait(false);
        if (_conflict is { } conflict && standing is { IsComplete: false, Problem: null } && protocol.Next(standing.Offset, content.Length) == conflict.Chunk)
        {
            // The same request would be refused again.
            _conflict = null;
            throw conflict.Refusal;
        }

        _conflict = null;
        Accept(answer, standing, isAsked: true);
        _isUnsure = false;
        Reporter()?.Report(0);
    }

    private async Task AppendAsync(int attempt, CancellationToken cancellationToken)
    {
        await protocol.DiscoverAsync(connection, _url, content, attempt, cancellationToken).ConfigureAwait(false);
        var chunk = protocol.Next(_offset, content.Length);
        var bytes = Bytes(chunk);
        var request = await protocol.AppendAsync(chunk, bytes, cancellationToken).ConfigureAwait(false);
        if (chunk.IsLast && content.Marks is { } marks)
        {
            await marks.EndAsync().ConfigureAwait(false);
        }

        var sentBefore = _sentTo;
        using var transfer = connection.Begin(Reporter(), cancellationToken);
        _isUnsure = true;
        using var answer = await SendAsync(request, chunk, bytes, transfer, attempt).ConfigureAwait(false);
        if (protocol.ReadAppended(answer, chunk) is not { } standing)
        {
            // Bytes that conflict with what is there aren't taken.
            _sentTo = protocol.IsConflict(answer.Status) ? sentBefore : _sentTo;
            throw await RefusedAsync(answer, chunk, transfer).ConfigureAwait(false);
        }

        if (standing is { IsComplete: false, Problem: null } && standing.Offset <= chunk.Start)
        {
            standing = Standing.Unclear("and said neither that it took the bytes nor that the file is complete.");
        }

        _mayBeComplete |= chunk.IsLast;
        Accept(answer, standing, isAsked: false);
        _isUnsure = false;
        if (_offset < chunk.End)
        {
            Break();
        }
    }

    private async Task<ProtocolAnswer> SendAsync(ProtocolRequest request, Chunk chunk, UploadContent? bytes, Transfer transfer, int attempt)
    {
        _sentTo = Math.Max(_sentTo, chunk.End);
        try
        {
            return await connection.SendAsync(request, _url, bytes, content, transfer, attempt).ConfigureAwait(false);
        }
        catch (UploadException failed)
        {
            _mayBeComplete |= chunk.IsLast && failed.IsStored is null;
            throw;
        }
        catch (OperationCanceledException)
        {
            _mayBeComplete |= chunk.IsLast && transfer.IsHandedOver;
            throw;
        }
    }

    private async Task<UploadException> RefusedAsync(ProtocolAnswer answer, Chunk chunk, Transfer transfer)
    {
        var refused = await connection.RefusedAsync(answer, transfer, protocol).ConfigureAwait(false);
        _mayBeComplete |= chunk.IsLast && refused.IsStored is null;
        _conflict = protocol.IsConflict(answer.Status) ? (refused, chunk) : null;
        return refused;
    }

    /// <summary>
    /// Goes on from where storage says that it stands, or ends. What it says unclearly when it is sent bytes, it may say clearly when it is asked.
    /// </summary>
    private void Accept(ProtocolAnswer answer, Standing standing, bool isAsked)
    {
        if (Problem(standing) is { } problem)
        {
            throw connection.Failure.Answered(answer.Response, answer.Url, problem, isTransient: !isAsked && standing.Problem is not null);
        }

        if (standing.IsComplete)
        {
            Complete(answer);
            return;
        }

        _mayBeComplete = false;
        _offset = standing.Offset;
        _reached = Math.Max(_reached, _offset);
    }

    private string? Problem(Standing standing)
        => standing.Problem
            ?? (standing.Offset > content.Length
                ? FormattableString.Invariant($"which says that it has {standing.Offset:N0} bytes, and {content.FileName} has {content.Length:N0}. ")
                    + "The upload is of another file, or another program sends to it: open a new one."
                : standing.Offset > _sentTo || (standing.IsComplete && _sentTo < content.Length)
                ? FormattableString.Invariant($"which says that it has {standing.Offset:N0} bytes of {content.FileName}, of which {_sentTo:N0} were sent. ")
                    + "Another program sends to this upload: open a new one."
                : standing.Offset < _reached && !standing.IsComplete && !protocol.MayGoBack
                ? FormattableString.Invariant($"which says that it has {standing.Offset:N0} bytes, after it had said {_reached:N0}. ")
                    + "It has lost some: open a new upload."
                : null);

    private void Complete(ProtocolAnswer answer)
    {
        _mayBeComplete = true;
        // What a PATCH completes may be made of the file later, as with a POST.
        var method = answer.Request.Method == HttpMethod.Patch ? HttpMethod.Post : HttpMethod.Put;
        var doubt = StoredAnswer.Doubt(answer.Response, method, content.Length) ?? StoredBody.Doubt(answer.Response, answer.Body);
        if (doubt is not null)
        {
            throw connection.Failure.Doubtful(answer.Response, answer.Url, doubt);
        }

        _offset = _reached = content.Length;
        _sent = new SentUpload(_url.OriginalString, StoredAnswer.ETag(answer.Response), answer.Body, connection.Failure);
        Reporter()?.Report(0);
    }

    /// <summary>A piece of the content, which can be read while that is held open.</summary>
    private UploadContent Bytes(Chunk chunk) => content.CanReplay ? content.Slice(chunk.Start, chunk.Length) : content;

    /// <summary>Tells of the bytes from where storage stands.</summary>
    private ProgressReporter? Reporter()
    {
        if (progress is null)
        {
            return null;
        }

        _reporter ??= new ProgressReporter(progress, content.Length, 1 + _breaks);
        _reporter.Before = _offset;
        return _reporter;
    }

    /// <summary>What is told from now on may be less than was told.</summary>
    private void Break()
    {
        _reporter = null;
        _breaks++;
    }
}
