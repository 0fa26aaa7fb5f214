namespace UploadGen.Servers;

/// <summary>What goes wrong with a request to a session.</summary>
public enum SessionFault
{
    /// <summary>It is answered 503, and nothing is done.</summary>
    Busy,

    /// <summary>All is done, and the connection is closed in place of the answer.</summary>
    LostAnswer,

    /// <summary>The connection is closed when half of the body has come.</summary>
    Cut,

    /// <summary>The session is dropped first.</summary>
    Gone,

    /// <summary>The last bytes that are there, half a mebibyte at most, are lost first.</summary>
    Loses,

    /// <summary>A bit of the body is changed on the way.</summary>
    Changed,
}
