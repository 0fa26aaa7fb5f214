using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A file that is in storage, all of it.</summary>
/// <param name="Sum">CRC-32C of the bytes that were sent; <see langword="null"/> where its parts have sums, or nobody knows.</param>
/// <param name="Upload">What tells its upload from others: <see cref="UploadStateHead.Sum"/>.</param>
/// <param name="Answer">What the last answer says of the file, as JSON; empty where nobody wants to know.</param>
internal readonly record struct StoredFile(uint? Sum, uint Upload, ReadOnlyMemory<byte> Answer = default)
{
    private const string Member = "answer";

    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static StoredFile Read(JsonElement stored)
        => stored.ValueKind == JsonValueKind.Object && stored.TryGetProperty("upload", out var upload)
            ? new(stored.TryGetProperty("sum", out var sum) ? sum.GetUInt32() : null, upload.GetUInt32(), AnswerIn(stored))
            : throw new JsonException("It isn't said of which upload the file is in storage.");

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Sum is { } sum)
        {
            writer.WriteNumber("sum"u8, sum);
        }

        writer.WriteNumber("upload"u8, Upload);
        WriteAnswer(writer);
        writer.WriteEndObject();
    }

    /// <summary>The answer as a member of an object, if there is one.</summary>
    public void WriteAnswer(Utf8JsonWriter writer)
    {
        if (!Answer.IsEmpty)
        {
            writer.WritePropertyName(Member);
            writer.WriteRawValue(Answer.Span);
        }
    }

    /// <summary>The answer that is a member of an object; empty for none.</summary>
    public static ReadOnlyMemory<byte> AnswerIn(JsonElement record)
        => record.TryGetProperty(Member, out var answer) ? JsonBody.Write(answer, JsonCodec.WriteElement) : default;
}
