namespace UploadGen.Core;

/// <summary>A state that the caller keeps, if anybody does.</summary>
internal sealed class HandedState(PartsUploadOptions options) : StateKeeper
{
    public override UploadState? Saved => options.State;

    public override string? HowToGoOn
        => options.State is null && options.StateChanged is null ? null : "hand its UploadState back (PartsUploadOptions.State) to go on";

    public override ValueTask BeginAsync(UploadState state)
    {
        options.StateChanged?.Invoke(state);
        return ValueTask.CompletedTask;
    }

    public override ValueTask AddAsync(UploadState state, int index, SentPart part) => BeginAsync(state);
}
