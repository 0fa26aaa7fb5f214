using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A part that the API has.</summary>
/// <param name="Sum">CRC-32C of the bytes that were sent; <see langword="null"/> where they weren't read to their end.</param>
/// <param name="Upload">What tells its upload from others: <see cref="UploadStateHead.Sum"/>.</param>
/// <param name="Value">What completing the upload takes of it, as JSON.</param>
internal readonly record struct SentPart(uint? Sum, uint Upload, ReadOnlyMemory<byte> Value)
{
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static SentPart Read(JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.Object || !part.TryGetProperty("value", out var value) || !part.TryGetProperty("upload", out var upload))
        {
            throw new JsonException("A part has no value.");
        }

        return new SentPart(part.TryGetProperty("sum", out var sum) ? sum.GetUInt32() : null, upload.GetUInt32(), Encoding.UTF8.GetBytes(value.GetRawText()));
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    public void WriteMembers(Utf8JsonWriter writer)
    {
        if (Sum is { } sum)
        {
            writer.WriteNumber("sum"u8, sum);
        }

        writer.WriteNumber("upload"u8, Upload);
        writer.WritePropertyName("value"u8);
        writer.WriteRawValue(Value.Span);
    }
}
