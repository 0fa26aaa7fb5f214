namespace UploadGen.Core;

/// <summary>How long to wait: for the next byte, and for the answer.</summary>
internal readonly record struct TransferTimeouts(TimeSpan Stall, TimeSpan Response);
