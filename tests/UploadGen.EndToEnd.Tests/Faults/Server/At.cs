namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>The moments of an exchange at which something can go wrong, in their order.</summary>
internal enum At
{
    /// <summary>The connection was made, nothing was read.</summary>
    Connect,

    /// <summary>The request's head was read; the body wasn't asked for.</summary>
    Head,

    FirstByte,

    Half,

    /// <summary>The whole request was read; nothing was done about it.</summary>
    LastByte,

    /// <summary>What was asked was done; nothing was answered.</summary>
    Done,

    /// <summary>The answer's status line was written.</summary>
    StatusLine,

    /// <summary>Half of the answer's body was written.</summary>
    HalfAnswer,
}
