using System.Buffers;
using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Writes a value into a journal and reads it back: as the JSON that it is in the API's answers, without its secrets.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="read">Reads it.</param>
/// <param name="write">Writes it.</param>
/// <param name="secrets">JSON names of members whose texts are left out, such as signed headers. Queries of URLs are always left out.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JournalJson<T>(JsonRead<T> read, JsonWrite<T> write, params string[] secrets)
{
    /// <param name="value">The value.</param>
    /// <param name="known">What has been sent that is secret, wherever the API repeats it.</param>
    internal ReadOnlyMemory<byte> Write(T value, KnownSecrets? known = null)
    {
        using var json = JsonDocument.Parse(JsonBody.Write(value, write));
        var redacted = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(redacted))
        {
            Redact(writer, json.RootElement, isSecret: false, known);
        }

        return redacted.WrittenMemory;
    }

    /// <exception cref="JsonBodyException">It is no such value.</exception>
    internal T Read(ReadOnlyMemory<byte> json) => JsonBody.Read(json, read);

    private void Redact(Utf8JsonWriter writer, JsonElement value, bool isSecret, KnownSecrets? known)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(known?.AreClearlyIn(member.Name) == true ? "…" : member.Name);
                    Redact(writer, member.Value, isSecret || secrets.Contains(member.Name), known);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Redact(writer, item, isSecret, known);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                var text = Redaction.Queries(value.GetString()!);
                writer.WriteStringValue(isSecret || known?.AreClearlyIn(text) == true ? "…" : text);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
