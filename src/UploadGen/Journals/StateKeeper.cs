namespace UploadGen.Core;

/// <summary>Keeps how far an upload in parts is, so that another run can go on. It is asked for one thing at a time.</summary>
internal abstract class StateKeeper : IDisposable
{
    /// <summary>What an earlier run has left; <see langword="null"/> for nothing.</summary>
    public abstract UploadState? Saved { get; }

    /// <summary>What to do to go on, for the message of an upload that fails and stays open; <see langword="null"/> where nothing is kept.</summary>
    public abstract string? HowToGoOn { get; }

    /// <summary>Whether the caller has handed it for this very file. If not, one that turns out to be of other bytes counts for nothing.</summary>
    public virtual bool IsHanded => true;

    /// <summary>Whether what opening the upload gave is kept whole, with its presigned URLs.</summary>
    public virtual bool KeepsSecrets => true;

    /// <exception cref="ArgumentException">It is to be kept in two ways.</exception>
    public static StateKeeper Of(PartsUploadOptions options) => options switch
    {
        { StateFile: null } => new HandedState(options),
        { StateFile: { } file, State: null, StateChanged: null } => new StateFileKeeper(file.Path),
        _ => throw new ArgumentException("A state is kept either in a StateFile or by State and StateChanged, not by both.", nameof(options)),
    };

    /// <summary>The upload is open. What was kept of another is dropped.</summary>
    public abstract ValueTask BeginAsync(UploadState state);

    /// <summary>The API has a part, which the state has already.</summary>
    public abstract ValueTask AddAsync(UploadState state, int index, SentPart part);

    /// <summary>The upload is complete.</summary>
    public virtual void Complete()
    {
    }

    public virtual void Dispose()
    {
    }
}
