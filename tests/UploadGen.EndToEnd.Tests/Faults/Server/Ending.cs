namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>What a fault does to an exchange that isn't answered as it should be.</summary>
internal enum Ending
{
    /// <summary>The connection is closed.</summary>
    Close,

    /// <summary>The connection is reset (TCP RST).</summary>
    Reset,

    /// <summary>Nothing happens any more.</summary>
    Stall,

    /// <summary>It goes on, a little at a time.</summary>
    Drip,

    /// <summary>It goes on, and a bit of the body is another when it is there.</summary>
    Damage,

    /// <summary>Something else is answered.</summary>
    Answer,
}
