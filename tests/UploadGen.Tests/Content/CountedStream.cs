namespace UploadGen.Tests;

/// <summary>A stream that counts what is read of it.</summary>
internal sealed class CountedStream(byte[] bytes) : MemoryStream(bytes)
{
    public int BytesRead { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        BytesRead += read;
        return read;
    }
}
