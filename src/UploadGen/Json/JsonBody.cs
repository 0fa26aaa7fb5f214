using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Whole JSON bodies: from and to bytes.</summary>
internal static class JsonBody
{
    private const int UsualLength = 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> Write<T>(T value, JsonWrite<T> write)
    {
        using var buffer = new PooledBuffer(UsualLength);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer, value);
        }

        return buffer.ToArray();
    }

    /// <exception cref="JsonBodyException">The body isn't such a value.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> body, JsonRead<T> read)
    {
        var json = body.Span.StartsWith(ByteOrderMark) ? body.Span[ByteOrderMark.Length..] : body.Span;
        if (json.IsEmpty)
        {
            throw new JsonBodyException("$", "The body is empty.", null);
        }

        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            var value = read(ref reader);
            // Anything behind the value makes the reader throw.
            reader.Read();
            return value;
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            var told = Told(cause);
            throw new JsonBodyException(PathOf(json, ref reader, cause), told.Message, told);
        }
    }

    /// <summary>
    /// The cause as it may be shown. What <see cref="JsonCodec"/> throws never quotes a value; what others throw may quote the rest of the body.
    /// </summary>
    private static JsonException Told(Exception cause)
        => cause is JsonException own && (own is MissingMemberJsonException || own.GetType() == typeof(JsonException))
            ? own
            : cause is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
                ? new JsonException(FormattableString.Invariant($"It isn't well-formed JSON (line {line + 1}, byte {position + 1})."))
                : new JsonException("A value isn't what it should be.");

    private static string PathOf(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, Exception cause)
    {
        // Where a member is missing, the reader stands on the end of the object that lacks it: the path so far is the object's.
        var path = JsonPathLocator.Find(json, reader.TokenStartIndex);
        return cause is MissingMemberJsonException missing ? JsonPathLocator.Append(new StringBuilder(path), missing.Member).ToString() : path;
    }
}
