namespace UploadGen.Core;

/// <summary>
/// JSON text sequences (RFC 7464): a record separator before each value, and a line feed behind it. A value is given when its line feed has come, however many
/// lines it has, and not only when the next one begins.
/// </summary>
internal sealed class JsonSequenceReader(BodyWindow body) : ItemReader(body)
{
    private const byte RecordSeparator = 0x1E;

    protected override async ValueTask<ReadOnlyMemory<byte>?> ReadAsync()
    {
        var shape = default(JsonShape);
        var seen = 0;
        while (true)
        {
            var end = shape.FindEnd(Body.Unread.Span[seen..]);
            if (end >= 0)
            {
                var text = Trim(Body.Take(seen + end));
                Body.Take(1);
                if (text.Length > 0)
                {
                    return text;
                }

                (shape, seen) = (default, 0);
                continue;
            }

            seen = Body.Unread.Length;
            if (!await Body.FillAsync().ConfigureAwait(false))
            {
                return End(Trim(Body.Take(seen)), shape);
            }
        }
    }

    /// <summary>RFC 7464, section 2.4: a number or a literal that nothing follows may have been cut.</summary>
    private static ReadOnlyMemory<byte>? End(ReadOnlyMemory<byte> rest, JsonShape shape)
        => rest.IsEmpty ? default(ReadOnlyMemory<byte>?)
            : shape.IsWhole && rest.Span[^1] is (byte)'}' or (byte)']' or (byte)'"' ? rest
            : throw new ItemCutException();

    /// <summary>How deep within a JSON text the bytes so far lead.</summary>
    private struct JsonShape
    {
        private int _depth;
        private bool _isInString;
        private bool _isEscaped;
        private bool _hasContent;

        public readonly bool IsWhole => _hasContent && _depth <= 0 && !_isInString;

        /// <summary>Goes on with the bytes that come next.</summary>
        /// <returns>Where the separator is that ends the text, or the line feed behind a whole value; -1 for nowhere.</returns>
        public int FindEnd(ReadOnlySpan<byte> bytes)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] == RecordSeparator || (bytes[i] == (byte)'\n' && IsWhole))
                {
                    return i;
                }

                Take(bytes[i]);
            }

            return -1;
        }

        private void Take(byte next)
        {
            if (_isInString)
            {
                _isInString = _isEscaped || next != (byte)'"';
                _isEscaped = !_isEscaped && next == (byte)'\\';
                return;
            }

            _isInString = next == (byte)'"';
            _hasContent |= next is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
            _depth += next is (byte)'{' or (byte)'[' ? 1 : next is (byte)'}' or (byte)']' ? -1 : 0;
        }
    }
}
