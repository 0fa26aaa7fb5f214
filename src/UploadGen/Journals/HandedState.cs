namespace UploadGen.Core;

/// <summary>A state that the caller keeps, if anybody does.</summary>
internal sealed class HandedState(UploadOptions options) : StateKeeper
{
    /// <summary>Keeps nothing.</summary>
    public static HandedState None { get; } = new(new UploadOptions());

    public override UploadState? Saved => options.State;

    public override string? HowToGoOn
        => options.State is null && options.StateChanged is null ? null : "hand its UploadState back (UploadOptions.State) to go on";

    public override string HowToBeginAnew => "without the state, a new upload begins";

    public override ValueTask BeginAsync(UploadState state)
    {
        options.StateChanged?.Invoke(state);
        return ValueTask.CompletedTask;
    }

    public override ValueTask AddAsync(UploadState state, int index, SentPart part) => BeginAsync(state);

    public override ValueTask CreateAsync(UploadState state) => BeginAsync(state);

    public override ValueTask EndAsync(UploadState state) => BeginAsync(state);

    public override ValueTask StoreAsync(UploadState state, CancellationToken cancellationToken) => BeginAsync(state);
}
