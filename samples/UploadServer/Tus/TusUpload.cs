using System.Security.Cryptography;
using UploadServer.Storage;

namespace UploadServer.Tus;

/// <summary>An upload by tus: as many bytes as have come, of as many as there are to be.</summary>
/// <param name="file">Takes the bytes.</param>
/// <param name="length">Length of the whole file in bytes.</param>
internal sealed class TusUpload(GrowingFile file, long length)
{
    private int _isTaking;

    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Stands in the query of the URL. Whoever knows it may send to the upload.</summary>
    public string Key { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public long Length => length;

    /// <summary>Where the upload stands: the bytes that are there.</summary>
    public long Offset => file.Length;

    public bool IsComplete => Offset == length;

    /// <summary>Whether a client has ended the upload.</summary>
    public bool IsTerminated { get; private set; }

    /// <summary>Whether a request has brought bytes, or begun to.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>Begins a request that changes the upload. There is one at a time: what comes meanwhile is refused.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _isTaking, 1) == 0;

    /// <summary>Ends such a request.</summary>
    public void End() => Volatile.Write(ref _isTaking, 0);

    /// <summary>Takes bytes behind those that are there, up to so many. What has come counts, even if the body breaks off.</summary>
    public Task AppendAsync(Stream body, long most, CancellationToken cancellationToken)
    {
        IsBegun = true;
        return file.AppendAsync(body, most, cancellationToken);
    }

    public void Terminate() => IsTerminated = true;

    /// <summary>Gives the whole file.</summary>
    public Task<IncomingFile> CompleteAsync() => file.CompleteAsync();
}
