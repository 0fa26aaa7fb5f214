namespace UploadGen.Core;

/// <summary>
/// A claim in a journal of the caller's, which can't be canceled and may be slow. What is recorded is waited for, and after a cancellation for a moment only:
/// it goes on then, one thing after the other, until the journal has the file back.
/// </summary>
internal sealed class PatientClaim : JournalClaim
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    private readonly JournalClaim _claim;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenRegistration _canceled;
    private Task _last = Task.CompletedTask;

    private PatientClaim(JournalClaim claim, CancellationToken cancellationToken)
        : base(claim.Key, claim.Last, claim.Parts)
    {
        _claim = claim;
        _canceled = cancellationToken.UnsafeRegister(static end => ((CancellationTokenSource)end!).CancelAfter(Patience), _end);
    }

    public override TimeSpan Lease => _claim.Lease;

    /// <summary>Takes a file to upload it, unless another upload has taken it. A claim that comes when nobody waits for it any more is given back.</summary>
    public static async ValueTask<JournalClaim?> TryTakeAsync(IUploadJournal journal, JournalKey key, CancellationToken cancellationToken)
    {
        var claim = await CallerCode.RunAsync(
            async () => await journal.TryClaimAsync(key, cancellationToken).ConfigureAwait(false), cancellationToken,
            static late => _ = late?.DisposeAsync().AsTask()).ConfigureAwait(false);
        return claim is null ? null : new PatientClaim(claim, cancellationToken);
    }

    public override ValueTask<bool> RenewAsync(CancellationToken cancellationToken) => _claim.RenewAsync(cancellationToken);

    public override ValueTask RecordAsync(JournalRecord record) => DoAsync(() => _claim.RecordAsync(record));

    public override ValueTask AddPartAsync(JournalPart part) => DoAsync(() => _claim.AddPartAsync(part));

    public override ValueTask ForgetAsync() => DoAsync(_claim.ForgetAsync);

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await DoAsync(_claim.DisposeAsync).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The journal gets it back when it has done all else.
        }

        await _canceled.DisposeAsync().ConfigureAwait(false);
        _end.Dispose();
    }

    private async ValueTask DoAsync(Func<ValueTask> action)
    {
        var doing = AfterAsync(_last, action);
        _last = doing;
        await CallerCode.EndAsync(doing, _end.Token).ConfigureAwait(false);
    }

    private static async Task<bool> AfterAsync(Task last, Func<ValueTask> action)
    {
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await action().ConfigureAwait(false);
        return true;
    }
}
