using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Keeps how far an upload is, so that another run can go on. It is asked for one thing at a time.</summary>
internal abstract class StateKeeper : IDisposable
{
    /// <summary>What an earlier run has left; <see langword="null"/> for nothing.</summary>
    public abstract UploadState? Saved { get; }

    /// <summary>What to do to go on, for the message of an upload that fails and stays open; <see langword="null"/> where nothing is kept.</summary>
    public abstract string? HowToGoOn { get; }

    /// <summary>What to do to begin anew, for the message of an upload that may be complete.</summary>
    public abstract string HowToBeginAnew { get; }

    /// <summary>Whether the caller has handed it for this very file. If not, one that turns out to be of other bytes counts for nothing.</summary>
    public virtual bool IsHanded => true;

    /// <summary>Whether what opening the upload gave is kept whole, with its presigned URLs.</summary>
    public virtual bool KeepsSecrets => true;

    /// <exception cref="ArgumentException">It is to be kept in two ways.</exception>
    public static StateKeeper Of(UploadOptions? options) => options switch
    {
        null => HandedState.None,
        { StateFile: null } => new HandedState(options),
        { StateFile: { } file, State: null, StateChanged: null } => new StateFileKeeper(file.Path),
        _ => throw new ArgumentException("A state is kept either in a StateFile or by State and StateChanged, not by both.", nameof(options)),
    };

    /// <exception cref="InvalidDataException">The journal says that the file is in storage, and not how to confirm it.</exception>
    public static StateKeeper Of(JournalClaim? claim, UploadContent content) => claim is null ? HandedState.None : new ClaimedState(claim, content);

    /// <summary>The upload is open. What was kept of another is dropped.</summary>
    public abstract ValueTask BeginAsync(UploadState state);

    /// <summary>The API has a part, which the state has already.</summary>
    public abstract ValueTask AddAsync(UploadState state, int index, SentPart part);

    /// <summary>An upload was created at an endpoint; its URL is in the state already.</summary>
    public abstract ValueTask CreateAsync(UploadState state);

    /// <summary>The last bytes of a file that nothing confirms are about to be sent, which the state says already.</summary>
    public abstract ValueTask EndAsync(UploadState state);

    /// <summary>
    /// All of the file is in storage, which the state says already, and the API is about to be told. When the task completes, that outlives a crash.
    /// </summary>
    public abstract ValueTask StoreAsync(UploadState state, CancellationToken cancellationToken);

    /// <summary>Nobody can go on with the upload any more: the next run begins anew.</summary>
    public virtual ValueTask DropAsync()
    {
        Complete();
        return ValueTask.CompletedTask;
    }

    /// <summary>The upload is complete.</summary>
    public virtual void Complete()
    {
    }

    /// <summary>What is thrown where what opening the upload gave can't be read.</summary>
    public virtual Exception Unreadable(Exception? cause)
        => new JsonException($"The state of the upload can't be read; begin a new upload, without it. {cause?.Message}", cause);

    public virtual void Dispose()
    {
    }
}
