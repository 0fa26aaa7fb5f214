namespace UploadGen.Comparison.Faults;

/// <summary>What storage does with a PUT.</summary>
internal enum Deed
{
    /// <summary>What was asked.</summary>
    Store,

    /// <summary>Reads the file and answers 503 (at S3 without a code).</summary>
    Unavailable,

    /// <summary>Reads the file and answers that it is asked too often: 503 SlowDown, ServerBusy.</summary>
    Throttle,

    /// <summary>Reads the file and answers 500.</summary>
    Fail,

    /// <summary>Closes the connection when half of the file was read.</summary>
    CutAtHalf,

    /// <summary>Does what was asked, and closes the connection.</summary>
    LoseAnswer,

    /// <summary>Does what was asked, and is silent.</summary>
    StallAnswer,

    /// <summary>Reads a little, and then no more.</summary>
    StallBody,

    /// <summary>Reads a little, answers 403 and closes the connection.</summary>
    RefuseEarly,

    /// <summary>Reads the file and answers 307.</summary>
    Redirect,

    /// <summary>Reads the file and answers 200 with an error in its body.</summary>
    AnswerError,

    /// <summary>Reads the file and answers 202.</summary>
    Accept,

    /// <summary>Stores no byte, and says so in the ETag or Content-MD5 of its success.</summary>
    StoreNothing,

    /// <summary>Stores all but the last bytes, and says so in the ETag or Content-MD5 of its success.</summary>
    DropEnd,

    /// <summary>Damages the file before it looks at any checksum, and tells the ETag or Content-MD5 of what it holds.</summary>
    FlipByte,
}
