namespace UploadGen.Core;

/// <summary>A request under way: counts bytes, reports progress, and ends the request when nothing moves any more.</summary>
internal sealed class Transfer : IDisposable
{
    [ThreadStatic]
    private static Transfer? _writing;

    private readonly object _gate = new();
    private readonly CancellationTokenSource _end = new();
    private CancellationTokenRegistration _callerEnds;
    private CancellationToken _caller;
    private readonly TransferTimeouts _timeouts;
    private readonly ProgressReporter? _progress;
    private bool _disposed;
    private bool _isSending;
    private TransferPhase _phase;
    private long? _bodyStart;

    public Transfer(TransferTimeouts timeouts, ProgressReporter? progress, CancellationToken caller)
    {
        _timeouts = timeouts;
        _progress = progress;
        _caller = caller;
        Token = _end.Token;
        _callerEnds = EndWith(caller);
        AwaitAnswer();
    }

    /// <summary>The transfer whose body is being written by this thread; a connection asks for it.</summary>
    public static Transfer? Writing => _writing;

    /// <summary>Cancelled when the caller cancels or a timeout passes.</summary>
    public CancellationToken Token { get; }

    /// <summary>Bytes of the file handed to the network.</summary>
    public long BytesSent { get; private set; }

    /// <summary>
    /// Whether the last byte of the file was given to the network. It may have been delivered, even where the network then reports that giving it failed.
    /// </summary>
    public bool IsHandedOver { get; private set; }

    /// <summary>Whether the body is being sent, and nothing has ended that from here.</summary>
    public bool IsSending => _isSending && !Token.IsCancellationRequested;

    /// <summary>Whether the connection broke before all of the body was sent. An answer may have come all the same.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether the answer comes through handlers of the caller's, which may heed no token.</summary>
    public bool IsForeign { get; set; }

    /// <summary>What went wrong with the content itself. The exception of <see cref="HttpClient"/> would hide it.</summary>
    public Exception? ContentFailure { get; set; }

    public void StartBody()
    {
        BytesSent = 0;
        // What was handed over once may have been delivered, though a handler begins anew.
        IsCut = false;
        _isSending = true;
        Arm(TransferPhase.Sending, _timeouts.Stall);
    }

    /// <summary>How many bytes of a file are sent at once, where the client has a rate.</summary>
    public int Piece => _timeouts.Limits?.Rate?.Piece ?? int.MaxValue;

    /// <summary>Waits until some bytes of a file may be sent. Nothing is stalled meanwhile.</summary>
    public async ValueTask PaceAsync(int bytes, CancellationToken cancellationToken)
    {
        if (_timeouts.Limits?.Rate is not { } rate || IsCut || rate.Take(bytes) is var wait && wait <= TimeSpan.Zero)
        {
            return;
        }

        AwaitCaller();
        await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
        GoOnSending();
    }

    /// <summary>From now on, it is up to the caller when the body goes on: nothing is stalled meanwhile.</summary>
    public void AwaitCaller() => Arm(TransferPhase.Sending, Timeout.InfiniteTimeSpan);

    /// <summary>From now on, bytes of the body are to move within the stall timeout.</summary>
    public void GoOnSending() => Arm(TransferPhase.Sending, _timeouts.Stall);

    /// <summary>Writes a piece of the body, so that the connection knows whose it is.</summary>
    public ValueTask WriteAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _writing = this;
        try
        {
            return target.WriteAsync(bytes, cancellationToken);
        }
        finally
        {
            // What is left of the write may go on in another thread; the connection has asked by then.
            _writing = null;
        }
    }

    /// <summary>
    /// To be called before the last bytes are sent. Once the transfer has ended, they aren't: a handler that doesn't heed its token would send them when
    /// nobody counts with that any more.
    /// </summary>
    /// <exception cref="OperationCanceledException">The transfer has ended.</exception>
    public void HandOver()
    {
        IsHandedOver |= !IsCut;
        Token.ThrowIfCancellationRequested();
    }

    /// <summary>To be called when the connection broke: from now on, nothing is sent.</summary>
    public void Cut() => IsCut = true;

    public ValueTask SentAsync(int bytes)
    {
        if (IsCut)
        {
            return default;
        }

        BytesSent += bytes;
        Arm(TransferPhase.Sending, _timeouts.Stall);
        return _progress?.ReportAsync(BytesSent, Token) ?? default;
    }

    public void EndBody()
    {
        _isSending = false;
        AwaitAnswer();
    }

    /// <summary>From now on, the answer's body is expected: each byte within the stall timeout, and all of it within its own.</summary>
    public void AwaitBody()
    {
        _bodyStart = Environment.TickCount64;
        AwaitBytes();
    }

    /// <summary>From now on, bytes of the answer are expected within the stall timeout.</summary>
    public void AwaitBytes() => Arm(TransferPhase.Receiving, _timeouts.Stall);

    /// <summary>From now on, nothing is expected: it is up to the caller when the answer is read on.</summary>
    public void Rest()
    {
        _bodyStart = null;
        Arm(TransferPhase.Receiving, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the answer outlive the call: the call's token no longer ends the transfer.</summary>
    public void OutliveCall()
    {
        _callerEnds.Dispose();
        Rest();
    }

    /// <summary>Lets the answer outlive the call, for as long as another token allows.</summary>
    public void GoOnFor(CancellationToken caller)
    {
        OutliveCall();
        _caller = caller;
        _callerEnds = EndWith(caller);
    }

    /// <summary>
    /// The exception to throw in place of that of <see cref="HttpClient"/>: the caller's cancellation, a timeout, or what is wrong with the content.
    /// </summary>
    public Exception Explain(Exception cause)
    {
        if (_caller.IsCancellationRequested)
        {
            return new OperationCanceledException("The upload was canceled by its caller.", Harmless(cause), _caller);
        }

        if (ContentFailure is not null)
        {
            return ContentFailure;
        }

        if (_end.IsCancellationRequested)
        {
            return new TimeoutException(Expired(), Harmless(cause));
        }

        if (IsUnreadable(cause))
        {
            return new HttpRequestException(HttpRequestError.InvalidResponse, "what came back isn't an answer of HTTP.");
        }

        if (cause is OperationCanceledException)
        {
            return new TimeoutException(
                "the HttpClient that was given to UploadGen ended the request, most likely by its own Timeout. "
                + "Set that to Timeout.InfiniteTimeSpan: UploadGen has a timeout for stalls.",
                Harmless(cause));
        }

        return cause;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _callerEnds.Dispose();
        _end.Dispose();
    }

    /// <summary>Whether the answer isn't HTTP. The message of such an exception quotes what came, which may be the request itself, secrets included.</summary>
    public static bool IsUnreadable(Exception? cause)
        => cause is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
            || (cause is not null && IsUnreadable(cause.InnerException));

    private static Exception? Harmless(Exception cause) => IsUnreadable(cause) ? null : SafeCause.Of(cause, secrets: null);

    private CancellationTokenRegistration EndWith(CancellationToken caller)
        => caller.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), _end);

    private void AwaitAnswer() => Arm(TransferPhase.AwaitingAnswer, _timeouts.Response);

    private void Arm(TransferPhase phase, TimeSpan timeout)
    {
        // The body may still be on its way after the answer came and the exchange ended.
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            if (_bodyStart is { } start && _timeouts.Body != Timeout.InfiniteTimeSpan)
            {
                var left = _timeouts.Body - TimeSpan.FromMilliseconds(Environment.TickCount64 - start);
                (phase, timeout) = timeout == Timeout.InfiniteTimeSpan || left < timeout ? (TransferPhase.ReceivingLast, left) : (phase, timeout);
            }

            _phase = phase;
            _end.CancelAfter(timeout > TimeSpan.Zero || timeout == Timeout.InfiniteTimeSpan ? timeout : TimeSpan.Zero);
        }
    }

    private string Expired()
    {
        var sent = FormattableString.Invariant($"{BytesSent} bytes of the file had been sent");
        return _phase switch
        {
            TransferPhase.Sending => $"no byte of the request moved for {Seconds(_timeouts.Stall)} (UploadClientOptions.StallTimeout); {sent}.",
            TransferPhase.ReceivingLast =>
                $"the answer didn't come to its end within {Seconds(_timeouts.Body)} (UploadClientOptions.ResponseBodyTimeout).",
            TransferPhase.AwaitingAnswer => $"no answer came within {Seconds(_timeouts.Response)} (UploadClientOptions.ResponseTimeout); {sent}.",
            _ => $"no byte of the answer came for {Seconds(_timeouts.Stall)} (UploadClientOptions.StallTimeout).",
        };
    }

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} seconds");
}
