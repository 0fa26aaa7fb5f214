using System.Security.Cryptography;

namespace UploadServer.Storage;

/// <summary>A file whose bytes come piece by piece, before they belong to an object.</summary>
/// <param name="path">Where it is.</param>
internal sealed class GrowingFile(string path)
{
    private const int BufferSize = 128 * 1024;

    private long _length;

    /// <summary>Bytes that are there.</summary>
    public long Length => Volatile.Read(ref _length);

    /// <summary>Adds a piece, or the first bytes of it. If it breaks off, what has come of it stays.</summary>
    public async Task AppendAsync(Stream piece, long most, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await piece.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most)), cancellationToken)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, count), CancellationToken.None);
            Volatile.Write(ref _length, _length + count);
            most -= count;
        }
    }

    /// <summary>Gives the whole. It is read once more, for its hash.</summary>
    public async Task<IncomingFile> CompleteAsync()
    {
        await using var file = File.OpenRead(path);
        return new IncomingFile(path, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file)));
    }
}
