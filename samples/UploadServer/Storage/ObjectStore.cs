using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace UploadServer.Storage;

/// <summary>Objects by key, their bytes in files of a temporary folder. The names of the files are the store's own: no key reaches the file system.</summary>
internal sealed class ObjectStore(TimeProvider time) : IDisposable
{
    private const int BufferSize = 128 * 1024;

    private readonly ConcurrentDictionary<string, StoredObject> _objects = new(StringComparer.Ordinal);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("upload-server-");

    public IReadOnlyCollection<StoredObject> Objects => [.. _objects.Values];

    public StoredObject? Find(string key) => _objects.GetValueOrDefault(key);

    /// <summary>Receives a body into a file, without ever holding more than a buffer of it.</summary>
    public async Task<IncomingFile> ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        var path = NewPath();
        try
        {
            return await CopyAsync(body, path, cancellationToken);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Begins a file that comes in several pieces.</summary>
    public GrowingFile Begin() => new(NewPath());

    /// <summary>Makes a received file an object.</summary>
    /// <param name="file">The received bytes.</param>
    /// <param name="key">Key of the object.</param>
    /// <param name="contentType">Media type that came with the bytes.</param>
    /// <param name="overwrite">Whether an object of that key is replaced.</param>
    /// <returns>The object, or null when there is one already and it is not to be replaced.</returns>
    public StoredObject? Commit(IncomingFile file, string key, string? contentType, bool overwrite)
    {
        var stored = new StoredObject
        {
            Key = key,
            ContentType = contentType,
            Length = file.Length,
            Sha256 = file.Sha256,
            FilePath = file.FilePath,
            StoredAt = time.GetUtcNow(),
        };
        // The file of a replaced object stays until the store goes: someone may be reading it.
        if (overwrite)
        {
            return _objects[key] = stored;
        }

        if (_objects.TryAdd(key, stored))
        {
            return stored;
        }

        Discard(file);
        return null;
    }

    /// <summary>Deletes an object that nobody can read, if it is there.</summary>
    public void Remove(string key)
    {
        if (_objects.TryRemove(key, out var stored))
        {
            File.Delete(stored.FilePath);
        }
    }

    /// <summary>Deletes a received file that is not wanted.</summary>
    public static void Discard(IncomingFile file) => File.Delete(file.FilePath);

    public void Dispose() => _folder.Delete(recursive: true);

    private string NewPath() => Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N"));

    private static async Task<IncomingFile> CopyAsync(Stream body, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int count;
            while ((count = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, count);
                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }

            return new IncomingFile(path, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
