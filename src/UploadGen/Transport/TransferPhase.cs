namespace UploadGen.Core;

/// <summary>What a transfer waits for.</summary>
internal enum TransferPhase
{
    Sending,
    AwaitingAnswer,
    Receiving,

    /// <summary>The end of the answer: the time in which it has to come whole is nearly over.</summary>
    ReceivingLast,
}
