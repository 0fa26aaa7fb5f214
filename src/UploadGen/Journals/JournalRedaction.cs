using System.Buffers;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>JSON as a journal may hold it: without secrets. Queries of URLs are always left out.</summary>
internal sealed class JournalRedaction
{
    private readonly KnownSecrets? _known;
    private readonly string[] _secrets;

    private JournalRedaction(KnownSecrets? known, string[] secrets) => (_known, _secrets) = (known, secrets);

    /// <param name="json">The JSON.</param>
    /// <param name="known">What has been sent that is secret, wherever the API repeats it.</param>
    /// <param name="secrets">Names of members whose texts are left out.</param>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json, KnownSecrets? known, params string[] secrets)
    {
        if (json.IsEmpty)
        {
            return json;
        }

        using var document = JsonDocument.Parse(json);
        var redacted = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(redacted))
        {
            new JournalRedaction(known, secrets).Write(writer, document.RootElement, isSecret: false);
        }

        return redacted.WrittenMemory;
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, bool isSecret)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(_known?.AreClearlyIn(member.Name) == true ? "…" : member.Name);
                    Write(writer, member.Value, isSecret || _secrets.Contains(member.Name));
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, isSecret);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                var text = Redaction.Queries(value.GetString()!);
                writer.WriteStringValue(isSecret || _known?.AreClearlyIn(text) == true ? "…" : text);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
