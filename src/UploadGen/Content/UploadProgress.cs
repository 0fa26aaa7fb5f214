namespace UploadGen;

/// <summary>
/// How far an upload is. Reports of one attempt never go back, and a new attempt begins at 0; some 20 a second are made at most, and the complete one always.
/// </summary>
public readonly record struct UploadProgress
{
    /// <summary>The step the upload is in.</summary>
    public UploadStep Step { get; init; }

    /// <summary>Bytes of the file handed to the network so far.</summary>
    public long BytesSent { get; init; }

    /// <summary>Which attempt at sending the file this is, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Length of the file in bytes.</summary>
    public long TotalBytes { get; init; }

    /// <summary>Part of the bytes that is sent, from 0 to 1. An empty file is sent when its step is over: 1.</summary>
    public double Fraction => TotalBytes == 0 ? 1 : (double)BytesSent / TotalBytes;
}
