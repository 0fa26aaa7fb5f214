using System.Buffers;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>
/// By what a journal knows again the bytes of a file, beside the file's identity: whoever writes other bytes can give them the length and the time of the last
/// write of those before, but not the time of their last change.
/// </summary>
/// <param name="Changed">When the file was last changed, as the operating system said; <see langword="null"/> where that isn't known.</param>
/// <param name="Sum">CRC-32C of its bytes; <see langword="null"/> where they weren't read.</param>
internal readonly record struct BytesMark(long? Changed, uint? Sum)
{
    /// <summary>Of a file as it was uploaded; nothing where it isn't summed, since the caller says himself what it is known by.</summary>
    public static BytesMark Of(UploadContent content) => content.Source is SummedSource source ? new(source.Changed, source.Sum) : default;

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <param name="json">A record's value.</param>
    /// <param name="value">What the record is about; <see langword="null"/> for nothing.</param>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static BytesMark Read(ReadOnlyMemory<byte> json, out ReadOnlyMemory<byte>? value)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("It is no object.");
        }

        value = root.TryGetProperty("value"u8, out var inner) ? JsonBody.Write(inner, JsonCodec.WriteElement) : null;
        return new BytesMark(
            root.TryGetProperty("changed"u8, out var changed) ? changed.GetInt64() : null,
            root.TryGetProperty("sum"u8, out var sum) ? sum.GetUInt32() : null);
    }

    /// <summary>Whether a file has the bytes that this was recorded of. It is read only where nothing else tells.</summary>
    /// <exception cref="IOException">The file can't be read, or has changed.</exception>
    public async ValueTask<bool> IsOfAsync(UploadContent content, CancellationToken cancellationToken)
    {
        var source = content.Source;
        if (Changed is null ? !source.TellsChanges : Changed == source.Changed)
        {
            return true;
        }

        return Sum is { } sum && sum == await new SummedSource(source).ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As JSON, together with what a record is about.</summary>
    public ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte>? value)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        if (Changed is { } changed)
        {
            writer.WriteNumber("changed"u8, changed);
        }

        if (Sum is { } sum)
        {
            writer.WriteNumber("sum"u8, sum);
        }

        if (value is { } given)
        {
            writer.WritePropertyName("value"u8);
            writer.WriteRawValue(given.Span);
        }

        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenMemory;
    }
}
