using System.Text.Json;

namespace UploadGen.Tests;

internal sealed record Problem(string Detail) : IJsonModel<Problem>
{
    static Problem IJsonModel<Problem>.Read(ref Utf8JsonReader reader)
    {
        string? detail = null;
        JsonCodec.StartObject(ref reader);
        while (JsonCodec.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("detail"u8)) { reader.Read(); detail = JsonCodec.ReadString(ref reader); }
            else { JsonCodec.Skip(ref reader); }
        }

        return new Problem(detail ?? throw JsonCodec.Missing("detail"));
    }

    void IJsonModel<Problem>.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("detail"u8, Detail);
        writer.WriteEndObject();
    }
}
