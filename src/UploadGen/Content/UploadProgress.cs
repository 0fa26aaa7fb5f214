namespace UploadGen;

/// <summary>
/// How far an upload is. Within an attempt the bytes never go back; a new attempt begins at 0, or where storage says that it stands. At most some 20 reports
/// a second are made, and one when all is sent always.
/// </summary>
public readonly record struct UploadProgress
{
    /// <summary>The step the upload is in.</summary>
    public UploadStep Step { get; init; }

    /// <summary>Bytes of the file handed to the network so far, after those that storage has already.</summary>
    public long BytesSent { get; init; }

    /// <summary>Which attempt at sending the file this is, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Length of the file in bytes.</summary>
    public long TotalBytes { get; init; }

    /// <summary>The share of the bytes that is sent, from 0 to 1; 1 for an empty file.</summary>
    public double Fraction => TotalBytes == 0 ? 1 : (double)BytesSent / TotalBytes;
}
