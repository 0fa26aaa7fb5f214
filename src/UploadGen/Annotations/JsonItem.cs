using System.Collections;
using System.Text.Json;
using UploadGen.Core;

namespace UploadGen.Annotations;

/// <summary>Makes the JSON of a list's item whose type isn't known.</summary>
internal static class JsonItem
{
    /// <summary>Whether the item is an object or a list: .NET compares these otherwise than JSON Schema.</summary>
    public static bool IsComposite(object? item) => item is IJsonValue or JsonElement or IEnumerable and not string;

    /// <summary>The item as the JSON that is sent for it.</summary>
    public static JsonElement ToElement(object item)
    {
        using var document = JsonDocument.Parse(JsonBody.Write(item, Write));
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case IJsonValue model: model.WriteTo(writer); break;
            case JsonElement element: element.WriteTo(writer); break;
            case bool boolean: writer.WriteBooleanValue(boolean); break;
            case long or int or decimal: writer.WriteNumberValue(Convert.ToDecimal(value, null)); break;
            case double number: writer.WriteNumberValue(number); break;
            case float number: writer.WriteNumberValue(number); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case IDictionary map: WriteMap(writer, map); break;
            case IEnumerable items and not string: WriteList(writer, items); break;
            default: writer.WriteStringValue(WireText.Format(value)); break;
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, IDictionary map)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            writer.WritePropertyName((string)entry.Key);
            Write(writer, entry.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
