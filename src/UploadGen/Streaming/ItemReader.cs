namespace UploadGen.Core;

/// <summary>Takes the items of a body out of it, each as JSON.</summary>
internal abstract class ItemReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private bool _hasStarted;

    protected ItemReader(BodyWindow body) => Body = body;

    protected BodyWindow Body { get; }

    /// <summary>What was to be the item that can't be read.</summary>
    public ReadOnlyMemory<byte> Faulty { get; protected set; }

    /// <summary>The next item; null at the end. Its bytes stay as they are until the next one is asked for.</summary>
    /// <exception cref="ItemCutException">The body ends within the item.</exception>
    /// <exception cref="ItemTooLongException">The item is longer than the body's limit.</exception>
    /// <exception cref="JsonBodyException">The item can't be read.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync()
    {
        if (!_hasStarted)
        {
            _hasStarted = true;
            await SkipByteOrderMarkAsync().ConfigureAwait(false);
        }

        return await ReadAsync().ConfigureAwait(false);
    }

    protected abstract ValueTask<ReadOnlyMemory<byte>?> ReadAsync();

    /// <summary>The bytes that are no value of JSON.</summary>
    protected static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> text)
    {
        var trimmed = text.Span.TrimStart(" \t\r\n"u8);
        return text.Slice(text.Length - trimmed.Length, trimmed.TrimEnd(" \t\r\n"u8).Length);
    }

    private async ValueTask SkipByteOrderMarkAsync()
    {
        while (Body.Unread.Length < ByteOrderMark.Length && ByteOrderMark.StartsWith(Body.Unread.Span))
        {
            if (!await Body.FillAsync().ConfigureAwait(false))
            {
                return;
            }
        }

        if (Body.Unread.Span.StartsWith(ByteOrderMark))
        {
            Body.Take(ByteOrderMark.Length);
        }
    }
}
