using System.Buffers;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A line of a <see cref="FileJournal"/>: a file, and what is recorded of it.</summary>
/// <param name="Key">The file.</param>
/// <param name="Record">The record; <see langword="null"/> where all that was recorded before is taken back.</param>
internal readonly record struct JournalLine(JournalKey Key, JournalRecord? Record)
{
    private const string Forgotten = "Forgotten";

    /// <summary>What each line begins with.</summary>
    private static ReadOnlySpan<byte> Beginning => "{\"at\":\""u8;

    /// <summary>Makes sure that what a crash may have left is the beginning of a line: what is no journal must not be written over.</summary>
    /// <exception cref="InvalidDataException">It isn't.</exception>
    public static void EnsureBegins(ReadOnlyMemory<byte> rest, int number, string path)
    {
        var length = Math.Min(rest.Length, Beginning.Length);
        if (!rest.Span[..length].SequenceEqual(Beginning[..length]))
        {
            throw NoEvent(number, path);
        }
    }

    /// <exception cref="InvalidDataException">It is no such line.</exception>
    public static JournalLine Read(ReadOnlyMemory<byte> line, int number, string path)
    {
        try
        {
            return Read(line);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            // The cause quotes a file that may be somebody's secrets.
            throw NoEvent(number, path);
        }
    }

    public static JournalLine Read(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var key = new JournalKey(root.GetProperty("flow").GetString()!, root.GetProperty("file").GetString()!);
        var name = root.GetProperty("event").GetString()!;
        if (name == Forgotten)
        {
            return new JournalLine(key, null);
        }

        ReadOnlyMemory<byte>? value = root.TryGetProperty("value", out var element) ? JsonBody.Write(element, JsonCodec.WriteElement) : null;
        return new JournalLine(key, new JournalRecord(Enum.Parse<JournalEvent>(name), value));
    }

    public ReadOnlyMemory<byte> Write()
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("at", DateTimeOffset.UtcNow);
            writer.WriteString("flow", Key.Flow);
            writer.WriteString("file", Key.File);
            writer.WriteString("event", Record?.Event.ToString() ?? Forgotten);
            if (Record?.Value is { } json)
            {
                writer.WritePropertyName("value");
                writer.WriteRawValue(json.Span);
            }

            writer.WriteEndObject();
        }

        return line.WrittenMemory;
    }

    private static InvalidDataException NoEvent(int number, string path) => new(
        FormattableString.Invariant($"Line {number} of '{path}' is no event of a journal: the file is another, or something else has changed it. ")
        + "Give the path of a new file.");
}
