namespace UploadGen.Core;

/// <summary>How long transfers may take, and what they share.</summary>
/// <param name="Stall">Longest time without a byte moved.</param>
/// <param name="Response">Longest time from the request's last byte to the answer.</param>
/// <param name="Body">Longest time in which an answer's body is read whole.</param>
internal readonly record struct TransferTimeouts(TimeSpan Stall, TimeSpan Response, TimeSpan Body)
{
    /// <summary>What all transfers of the client share; <see langword="null"/> where nothing is limited.</summary>
    public TransferLimits? Limits { get; init; }
}
