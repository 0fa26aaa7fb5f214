namespace UploadGen;

/// <summary>How an upload is kept, so that another run goes on with it after a crash, a failure or a pause.</summary>
/// <remarks>
/// With a state, an upload that fails or is canceled stays open with the API, instead of being given up. To pause one, cancel it; to resume it, call the same
/// method with the same file and state again. The content must be a file, bytes or a stream that seeks.
/// </remarks>
public class UploadOptions
{
    /// <summary>
    /// Keeps how far the upload is, and goes on with what an earlier run has left there: what storage has isn't sent again, as far as the API lets one find
    /// out what that is. <see langword="null"/> keeps nothing.
    /// </summary>
    public UploadStateFile? StateFile { get; init; }

    /// <summary>The state of an upload to go on with, for those who keep it themselves. <see langword="null"/> begins a new upload.</summary>
    public UploadState? State { get; init; }

    /// <summary>
    /// Called when the upload is open, after each part and when the file is in storage, one call at a time, for those who keep the state themselves. A state
    /// is written as a whole, which takes ever longer with many parts: <see cref="StateFile"/> only adds to it.
    /// </summary>
    public Action<UploadState>? StateChanged { get; init; }
}
