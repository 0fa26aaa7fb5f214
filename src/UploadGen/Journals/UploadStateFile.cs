namespace UploadGen;

/// <summary>
/// A file that keeps how far an upload is, so that another run goes on after a crash (<see cref="UploadOptions.StateFile"/>). It is made when the upload is
/// opened, and deleted when the upload is complete.
/// </summary>
/// <remarks>
/// <para>
/// Each part, and that the file is in storage, is added as a line with a checksum; nothing is written twice. Whatever a crash leaves of the last line, or
/// damages in the midst, costs what the line says: that is sent again.
/// </para>
/// <para>
/// It is a secret, as <see cref="UploadState"/> is, readable by its owner only. It is bound to the API, the account and the file. One upload at a time uses it.
/// </para>
/// </remarks>
public sealed class UploadStateFile
{
    /// <summary>Names the file. Nothing is read or written before an upload begins.</summary>
    /// <param name="path">Path of the file; the folder must exist.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    public UploadStateFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>Full path of the file. To begin anew, delete the file.</summary>
    public string Path { get; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
