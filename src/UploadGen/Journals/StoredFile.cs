using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A file that is in storage, all of it.</summary>
/// <param name="Sum">CRC-32C of the bytes that were sent; <see langword="null"/> where its parts have sums, or nobody knows.</param>
/// <param name="Upload">What tells its upload from others: <see cref="UploadStateHead.Sum"/>.</param>
internal readonly record struct StoredFile(uint? Sum, uint Upload)
{
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static StoredFile Read(JsonElement stored)
        => stored.ValueKind == JsonValueKind.Object && stored.TryGetProperty("upload", out var upload)
            ? new(stored.TryGetProperty("sum", out var sum) ? sum.GetUInt32() : null, upload.GetUInt32())
            : throw new JsonException("It isn't said of which upload the file is in storage.");

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Sum is { } sum)
        {
            writer.WriteNumber("sum"u8, sum);
        }

        writer.WriteNumber("upload"u8, Upload);
        writer.WriteEndObject();
    }
}
