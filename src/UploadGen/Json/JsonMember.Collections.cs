using System.Text.Json;

namespace UploadGen.Core;

public static partial class JsonMember
{
    /// <summary>Writes a member with an array of values whose type knows how; null as <c>null</c>.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="items">The items.</param>
    public static void WriteModels<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items) where T : IJsonModel<T>
    {
        Checked(writer).WritePropertyName(name);
        if (items is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteItems(writer, items);
        }
    }

    /// <summary>Writes a member with an array of values whose type knows how, unless it is null.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="items">The items.</param>
    public static void WriteOptionalModels<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items) where T : IJsonModel<T>
    {
        if (items is not null)
        {
            Checked(writer).WritePropertyName(name);
            WriteItems(writer, items);
        }
    }

    /// <summary>Writes a member with an array; null as <c>null</c>.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes an item.</param>
    public static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<T>? items, JsonWrite<T> write)
    {
        Checked(writer).WritePropertyName(name);
        if (items is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonCodec.WriteList(writer, items, write);
        }
    }

    /// <summary>Writes a member with an array, unless it is null.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes an item.</param>
    public static void WriteOptionalList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<T>? items, JsonWrite<T> write)
    {
        if (items is not null)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteList(writer, items, write);
        }
    }

    /// <summary>Writes a member with a map, as an object; null as <c>null</c>.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="write">Writes a value.</param>
    public static void WriteMap<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, T>>? entries, JsonWrite<T> write)
    {
        Checked(writer).WritePropertyName(name);
        if (entries is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonCodec.WriteMap(writer, entries, write);
        }
    }

    /// <summary>Writes a member with a map, as an object, unless it is null.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="write">Writes a value.</param>
    public static void WriteOptionalMap<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, T>>? entries, JsonWrite<T> write)
    {
        if (entries is not null)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteMap(writer, entries, write);
        }
    }

    /// <summary>Writes members whose names are data.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="entries">The members by name; null is none.</param>
    /// <param name="write">Writes a value.</param>
    public static void WriteAdditional<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>>? entries, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        foreach ((var name, var value) in entries ?? [])
        {
            Checked(writer).WritePropertyName(name);
            write(writer, value);
        }
    }

    private static void WriteItems<T>(Utf8JsonWriter writer, IReadOnlyList<T> items) where T : IJsonModel<T>
    {
        writer.WriteStartArray();
        // By position: an enumerator would be allocated for every list.
        for (var i = 0; i < items.Count; i++)
        {
            items[i].Write(writer);
        }

        writer.WriteEndArray();
    }
}
