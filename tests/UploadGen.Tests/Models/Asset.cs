using System.Text.Json;
using System.Text.Json.Serialization;

namespace UploadGen.Tests;

/// <summary>A model written as the generator writes them.</summary>
[JsonConverter(typeof(JsonModelConverter<Asset>))]
internal sealed record Asset : IJsonModel<Asset>, IValidatable
{
    public required Guid AssetId { get; init; }

    public string? Filename { get; init; }

    public long? SizeBytes { get; init; }

    public Sent<Guid?> FolderId { get; init; }

    public IReadOnlyList<Asset>? Items { get; init; }

    static Asset IJsonModel<Asset>.Read(ref Utf8JsonReader reader)
    {
        Guid? assetId = null;
        string? filename = null;
        long? sizeBytes = null;
        IReadOnlyList<Asset>? items = null;
        JsonCodec.StartObject(ref reader);
        while (JsonCodec.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("asset_id"u8)) { reader.Read(); assetId = JsonCodec.ReadGuid(ref reader); }
            else if (reader.ValueTextEquals("filename"u8)) { reader.Read(); filename = JsonCodec.ReadNullableReference(ref reader, JsonCodec.ReadString); }
            else if (reader.ValueTextEquals("size_bytes"u8)) { reader.Read(); sizeBytes = JsonCodec.ReadNullable(ref reader, JsonCodec.ReadInt64); }
            else if (reader.ValueTextEquals("items"u8)) { reader.Read(); items = JsonCodec.ReadList(ref reader, JsonCodec.ReadModel<Asset>); }
            else { JsonCodec.Skip(ref reader); }
        }

        return new Asset { AssetId = assetId ?? throw JsonCodec.Missing("asset_id"), Filename = filename, SizeBytes = sizeBytes, Items = items };
    }

    void IJsonModel<Asset>.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("asset_id"u8, AssetId);
        if (Filename is not null)
        {
            writer.WriteString("filename"u8, Filename);
        }

        if (SizeBytes is { } sizeBytes)
        {
            writer.WriteNumber("size_bytes"u8, sizeBytes);
        }

        if (FolderId.IsSet) { writer.WritePropertyName("folder_id"u8); JsonCodec.WriteNullable(writer, FolderId.Value, JsonCodec.WriteGuid); }

        if (Items is not null) { writer.WritePropertyName("items"u8); JsonCodec.WriteList(writer, Items, JsonCodec.WriteModel); }

        writer.WriteEndObject();
    }

    void IValidatable.Validate(ref Validation validation)
    {
        validation.MinLength("filename", Filename, 1);
        validation.MaxLength("filename", Filename, 500);
        validation.Maximum("size_bytes", SizeBytes, 52_428_800);
        validation.Each("items", Items);
    }
}
