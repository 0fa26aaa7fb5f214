using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>
/// A record of an <see cref="UploadJournal"/>: a digest that stands for the file, so that whoever opens the journal needn't read the rest, what happened, and
/// then, as JSON, the file itself and what is recorded of it.
/// </summary>
internal static class JournalLine
{
    /// <summary>What happened, where it is no <see cref="JournalEvent"/>.</summary>
    public const string Forgotten = "Forgotten";
    public const string Part = "Part";

    private const int IdLength = 32;

    private static readonly (string Name, byte[] Bytes)[] Words
        = [.. Enum.GetNames<JournalEvent>().Append(Forgotten).Append(Part).Select(name => (name, Encoding.ASCII.GetBytes(name)))];

    /// <summary>What the record begins with that binds a journal to an API.</summary>
    private static ReadOnlySpan<byte> Api => "api "u8;

    /// <summary>What stands for a file.</summary>
    public static Guid Id(JournalKey key)
    {
        // Neither address nor flow holds a zero, so that no two keys are written as one; nor are they in UTF-16, where half a surrogate is itself.
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes($"{key.Api}\0{key.Flow}\0{key.File}".AsSpan()), digest);
        return new Guid(digest[..16]);
    }

    /// <summary>The record that binds a journal to an API.</summary>
    public static ReadOnlyMemory<byte> WriteApi(string api)
    {
        var record = new ArrayBufferWriter<byte>();
        record.Write(Api);
        using var json = new Utf8JsonWriter(record);
        json.WriteStringValue(api);
        json.Flush();
        return record.WrittenMemory;
    }

    /// <summary>Reads the record that binds a journal to an API; <see langword="null"/> where it is another.</summary>
    public static string? ReadApi(ReadOnlySpan<byte> record)
    {
        if (!record.StartsWith(Api))
        {
            return null;
        }

        var json = new Utf8JsonReader(record[Api.Length..]);
        return json.Read() ? json.GetString() : null;
    }

    /// <param name="key">The file.</param>
    /// <param name="word">What happened.</param>
    /// <param name="value">What is recorded of it, as JSON.</param>
    /// <param name="part">The part that it is of, from 0.</param>
    public static ReadOnlyMemory<byte> Write(JournalKey key, string word, ReadOnlyMemory<byte>? value = null, int? part = null)
    {
        var record = new ArrayBufferWriter<byte>();
        record.Write(Encoding.ASCII.GetBytes($"{Id(key):N} {word} "));
        using var json = new Utf8JsonWriter(record);
        json.WriteStartObject();
        json.WriteString("flow"u8, key.Flow);
        json.WriteString("file"u8, key.File);
        json.WriteString("at"u8, DateTimeOffset.UtcNow);
        if (part is { } index)
        {
            json.WriteNumber("part"u8, index);
        }

        if (value is { } given)
        {
            json.WritePropertyName("value"u8);
            json.WriteRawValue(given.Span);
        }

        json.WriteEndObject();
        json.Flush();
        return record.WrittenMemory;
    }

    /// <summary>Reads what a journal keeps in memory.</summary>
    /// <param name="record">The record.</param>
    /// <param name="id">What stands for the file.</param>
    /// <param name="word">What happened.</param>
    /// <param name="json">The rest.</param>
    /// <returns>Whether it is such a record.</returns>
    public static bool TryRead(ReadOnlySpan<byte> record, out Guid id, out string word, out ReadOnlySpan<byte> json)
    {
        word = "";
        json = default;
        if (!Utf8Parser.TryParse(record, out id, out var read, 'N') || read != IdLength || record.Length <= IdLength)
        {
            return false;
        }

        var rest = record[(IdLength + 1)..];
        foreach (var (name, bytes) in Words)
        {
            if (rest.Length > bytes.Length && rest[bytes.Length] == ' ' && rest.StartsWith(bytes))
            {
                word = name;
                json = rest[(bytes.Length + 1)..];
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of the flow, which the JSON of a record begins with.</summary>
    public static ReadOnlySpan<byte> Flow(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.Read() && reader.Read() ? reader.ValueSpan : default;
    }

    /// <summary>Whether a record is of an upload to an API: what stands for the file tells, though it can't be read.</summary>
    public static bool IsOf(ReadOnlyMemory<byte> record, string api)
    {
        TryRead(record.Span, out var id, out _, out var rest);
        using var json = JsonDocument.Parse(record[^rest.Length..]);
        return id == Id(new JournalKey(api, json.RootElement.GetProperty("flow"u8).GetString()!, json.RootElement.GetProperty("file"u8).GetString()!));
    }

    /// <summary>Reads a record whole.</summary>
    public static (JournalRecord Record, JournalPart Part) Read(ReadOnlyMemory<byte> record)
    {
        TryRead(record.Span, out _, out var word, out var rest);
        using var json = JsonDocument.Parse(record[^rest.Length..]);
        ReadOnlyMemory<byte>? value = json.RootElement.TryGetProperty("value"u8, out var element) ? JsonBody.Write(element, JsonCodec.WriteElement) : null;
        return word == Part
            ? (default, new JournalPart(json.RootElement.GetProperty("part"u8).GetInt32(), value ?? default))
            : (new JournalRecord(Enum.Parse<JournalEvent>(word), value), default);
    }
}
