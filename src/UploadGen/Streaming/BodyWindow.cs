namespace UploadGen.Core;

/// <summary>
/// A body that is read as it comes: the bytes that have come and weren't taken yet. It grows to what one item needs, and no item may be longer than the limit.
/// </summary>
internal sealed class BodyWindow(BodyRead read, int limit)
{
    private byte[] _bytes = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>The most bytes that an item may have.</summary>
    public int Limit => limit;

    /// <summary>What has come and wasn't taken.</summary>
    public ReadOnlyMemory<byte> Unread => _bytes.AsMemory(_start, _end - _start);

    /// <summary>Takes bytes. They stay as they are until more is read.</summary>
    public ReadOnlyMemory<byte> Take(int count)
    {
        var taken = Unread[..count];
        _start += count;
        return taken;
    }

    /// <summary>Waits for more bytes.</summary>
    /// <returns>Whether some came; otherwise the body has ended.</returns>
    /// <exception cref="ItemTooLongException">There is no place for more.</exception>
    public async ValueTask<bool> FillAsync()
    {
        MakeRoom();
        var count = await read(_bytes.AsMemory(_end)).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }

    private void MakeRoom()
    {
        if (_end - _start > limit)
        {
            throw new ItemTooLongException();
        }

        if (_start > 0)
        {
            Unread.CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, 2L * _bytes.Length));
        }
    }
}
