namespace UploadGen.Core;

/// <summary>What a transfer waits for.</summary>
internal enum TransferPhase
{
    Sending,
    AwaitingAnswer,
    Receiving,
}
