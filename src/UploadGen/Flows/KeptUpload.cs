namespace UploadGen.Core;

/// <summary>How far one upload is: what an earlier run has left of it, and what is kept for the next. It knows nothing of how the file is sent.</summary>
/// <param name="content">The file.</param>
/// <param name="session">How what opening the upload gives is written down.</param>
/// <param name="keeper">Keeps it.</param>
/// <param name="runner">Knows where the upload goes, and what is secret.</param>
internal sealed class KeptUpload<TSession>(UploadContent content, KeptSession<TSession> session, StateKeeper keeper, UploadRunner runner)
    : ISendingMarks
    where TSession : class
{
    private UploadState? _state;

    // How the file is divided, where what opened the upload says so.
    private PartPlan? _division;

    /// <summary>Whether the upload that is open is one that an earlier run has opened.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Whether an earlier run had all of the file in storage: the API may have it since.</summary>
    public bool MayBeConfirmed => IsResumed && _state!.IsStored;

    /// <summary>What the last answer says of a file that is in storage, as JSON; empty where that isn't kept.</summary>
    public ReadOnlyMemory<byte> Answer => _state?.Stored?.Answer ?? default;

    /// <summary>Whether an earlier run was about to send the last bytes of a file that nothing confirms: what is gone by now may be complete.</summary>
    public bool MayBeComplete => IsResumed && _state!.IsEnding;

    public string? Created => IsResumed ? _state!.Created : null;

    /// <summary>Whether nothing is left to be sent.</summary>
    public bool IsWhole => MayBeConfirmed && (_state!.PartSize is null || Parts.Count == Plan.Count);

    /// <summary>What an earlier run has left open with the API, and no run can go on with; <see langword="null"/> for nothing. It wasn't completed.</summary>
    public TSession? Abandoned { get; private set; }

    /// <summary>Whether another run can go on with the upload that is open. It stays open then, whatever becomes of this one.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Whether all that opening the upload gave is there: a journal leaves out what signs URLs.</summary>
    public bool HasSecrets => !IsResumed || keeper.KeepsSecrets;

    /// <summary>Whether secrets may be kept.</summary>
    public bool KeepsSecrets => keeper.KeepsSecrets;

    /// <summary>Whether the bytes of a file that goes as a whole are to be summed up while they are sent.</summary>
    public bool WantsSum => IsKept && keeper.IsHanded && !session.Continues;

    /// <summary>Whether the caller decides what becomes of the state. If not, an upload that the API refuses to confirm is given up.</summary>
    public bool IsHanded => keeper.IsHanded;

    public string? HowToGoOn => keeper.HowToGoOn;

    public string HowToBeginAnew => keeper.HowToBeginAnew;

    /// <summary>How the file is divided, once the upload is kept or gone on with.</summary>
    public PartPlan Plan => _division ?? new PartPlan(content, _state!.PartSize!.Value);

    /// <summary>The parts that the API has, by their index. A part of which it isn't known what was sent is sent again.</summary>
    public IReadOnlyDictionary<int, SentPart> Parts
        => (_state?.Parts() ?? []).Where(part => part.Value.Sum is not null && part.Key < Plan.Count).ToDictionary();

    /// <summary>What opening the upload gave an earlier run, where it can be gone on with; <see langword="null"/> where it is to be opened.</summary>
    /// <exception cref="ArgumentException">The state is of another API, account or flow; or this upload can't have one.</exception>
    /// <exception cref="IOException">The state is of another file, or the file has changed.</exception>
    public async Task<TSession?> ResumeAsync(CancellationToken cancellationToken)
    {
        EnsureCanBeKept();
        if (keeper.Saved is not { } saved)
        {
            return null;
        }

        try
        {
            await EnsureIsSameAsync(saved, cancellationToken).ConfigureAwait(false);
            var opened = session.Read(saved.Head.Session, keeper);
            (_state, IsResumed, IsKept) = (saved, true, true);
            return saved.IsStored && !IsWhole && !keeper.IsHanded ? throw keeper.Unreadable(null) : opened;
        }
        catch (Exception cause) when (!keeper.IsHanded && !saved.IsStored && cause is IOException or ArgumentException or InvalidDataException)
        {
            // A journal's record of what can't be gone on with: nothing is lost but what was sent.
            Abandoned = session.TryRead(saved.Head.Session, keeper);
            return null;
        }
    }

    /// <summary>The upload that was open is left, since it has ended: another is to be opened.</summary>
    public void Leave() => (_state, _division, IsResumed, IsKept) = (null, null, false, false);

    /// <summary>Begins to keep the upload that was opened, where anybody keeps it and can go on with it.</summary>
    /// <param name="opened">What opening it gave.</param>
    /// <param name="plan">How the file is divided; <see langword="null"/> for one that doesn't go in parts.</param>
    /// <param name="cancellationToken">Ends what has to be read for that.</param>
    public async Task BeginAsync(TSession opened, PartPlan? plan, CancellationToken cancellationToken)
    {
        _division = plan is { Starts: not null } ? plan : null;
        if (keeper.HowToGoOn is null)
        {
            return;
        }

        var json = session.Write(opened, keeper.KeepsSecrets, runner.Secrets, out var isEnough);
        // What an earlier run has sent can't be compared with the file, where neither the system says that nothing has changed nor a sum.
        var sum = session.Continues && isEnough && content.Source.Changed is null
            ? await new PartPlan(content, Math.Max(1, content.Length)).SumAsync(0, cancellationToken).ConfigureAwait(false)
            : null;
        _state = new UploadState(UploadStateHead.Of(runner.Target, session.Flow, content, sum, plan?.PartSize, json));
        if (isEnough)
        {
            await keeper.BeginAsync(_state).ConfigureAwait(false);
            IsKept = true;
        }
    }

    /// <summary>The API has a part. To be called for one part at a time.</summary>
    public async ValueTask AddAsync(int index, ReadOnlyMemory<byte> value, uint? sum)
    {
        var part = new SentPart(sum, _state!.Head.Sum, value);
        _state.Add(index, part);
        await keeper.AddAsync(_state, index, part).ConfigureAwait(false);
    }

    /// <summary>An upload was created at an endpoint. A journal holds its URL only where nothing in it is a secret.</summary>
    public async ValueTask CreateAsync(string url)
    {
        if (IsKept && (keeper.KeepsSecrets || (Redaction.Queries(url) == url && !runner.Secrets.AreClearlyIn(url))))
        {
            _state!.Create(url, _state.Head.Sum);
            await keeper.CreateAsync(_state).ConfigureAwait(false);
        }
    }

    /// <summary>The last bytes are about to be sent. That is kept where nothing confirms the upload: one that is confirmed isn't complete by them.</summary>
    public async ValueTask EndAsync()
    {
        if (session.EndsWithFile && IsKept && !_state!.IsEnding)
        {
            _state.End(_state.Head.Sum);
            await keeper.EndAsync(_state).ConfigureAwait(false);
        }
    }

    /// <summary>All of the file is in storage, and the API is about to be told.</summary>
    /// <param name="sum">CRC-32C of what was sent, where that was summed up.</param>
    /// <param name="answer">What the last answer says of the file, as JSON; empty where nobody wants to know.</param>
    /// <param name="cancellationToken">Ends what has to be read for that.</param>
    public async ValueTask StoreAsync(uint? sum, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        if (_state is not null && !MayBeConfirmed)
        {
            _state.Store(new StoredFile(sum, _state.Head.Sum, keeper.KeepsSecrets ? answer : JournalRedaction.Of(answer, runner.Secrets)));
            await keeper.StoreAsync(_state, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Nobody is to go on with the upload.</summary>
    public ValueTask DropAsync()
    {
        IsKept = false;
        return keeper.DropAsync();
    }

    /// <summary>What is thrown where what was kept can't be read.</summary>
    public Exception Unreadable(Exception cause) => keeper.Unreadable(cause);

    /// <exception cref="ArgumentException">The upload can't have a state.</exception>
    private void EnsureCanBeKept()
    {
        if (!keeper.IsHanded || keeper.HowToGoOn is null)
        {
            return;
        }

        if (!session.CanBeKept)
        {
            throw new ArgumentException(
                $"An upload of kind {session.Flow} has no state that another run could go on with. Nothing was sent. Leave the state out.");
        }

        if (!content.CanReplay)
        {
            throw new ArgumentException(
                $"{content.FileName} is a stream that can't seek, so no other run can go on with its upload. Nothing was sent. "
                + "Use a file, bytes or a stream that seeks, or leave the state out.");
        }
    }

    /// <summary>
    /// Makes sure that what was sent is of the file as it is now. Where the operating system says that nothing of it has changed, it needn't be read again.
    /// </summary>
    private async Task EnsureIsSameAsync(UploadState saved, CancellationToken cancellationToken)
    {
        var head = saved.Head;
        if (saved.IsStored && !keeper.IsHanded && head.PartSize is null)
        {
            // The journal knows the file by its identity, and nothing is mixed with what was sent.
            return;
        }

        head.EnsureIsOf(runner.Target, session.Flow, session.IsInParts, content);
        _division = session.Division?.Invoke(session.Read(head.Session, keeper), content);
        if (head.Changed is { } changed && changed == content.Source.Changed)
        {
            return;
        }

        await (head.PartSize is { } size
            ? EnsurePartsAreSameAsync(saved, _division ?? new PartPlan(content, size), cancellationToken)
            : EnsureWholeIsSameAsync(saved, cancellationToken)).ConfigureAwait(false);
    }

    private static async Task EnsurePartsAreSameAsync(UploadState saved, PartPlan plan, CancellationToken cancellationToken)
    {
        foreach ((var index, var part) in saved.Parts())
        {
            if (index < plan.Count && part.Sum is { } sum && sum != await plan.SumAsync(index, cancellationToken).ConfigureAwait(false))
            {
                throw saved.Head.OtherFile(FormattableString.Invariant($"other bytes were sent as part {index + 1} of {plan.Count}"));
            }
        }
    }

    /// <summary>A file that is in storage, or of which storage may have some, mustn't be another by now. Any other is sent anew, whatever it is.</summary>
    private async Task EnsureWholeIsSameAsync(UploadState saved, CancellationToken cancellationToken)
    {
        if (!saved.IsStored && !session.Continues)
        {
            return;
        }

        if ((saved.Stored?.Sum ?? saved.Head.FileSum) is not { } sum)
        {
            throw saved.Head.OtherFile("its permissions, links or bytes were changed, and which of them isn't known");
        }

        if (sum != await new PartPlan(content, Math.Max(1, content.Length)).SumAsync(0, cancellationToken).ConfigureAwait(false))
        {
            throw saved.Head.OtherFile("other bytes were sent");
        }
    }
}
