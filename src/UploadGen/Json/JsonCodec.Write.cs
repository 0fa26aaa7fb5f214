using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace UploadGen.Core;

public static partial class JsonCodec
{
    /// <summary>Writes a string.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteString(Utf8JsonWriter writer, string value) => Checked(writer).WriteStringValue(value);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteBoolean(Utf8JsonWriter writer, bool value) => Checked(writer).WriteBooleanValue(value);

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteInt32(Utf8JsonWriter writer, int value) => Checked(writer).WriteNumberValue(value);

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteInt64(Utf8JsonWriter writer, long value) => Checked(writer).WriteNumberValue(value);

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value; finite.</param>
    /// <exception cref="ArgumentException">The value isn't finite: JSON has no infinity.</exception>
    public static void WriteDouble(Utf8JsonWriter writer, double value) => Checked(writer).WriteNumberValue(value);

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value; finite.</param>
    /// <exception cref="ArgumentException">The value isn't finite: JSON has no infinity.</exception>
    public static void WriteSingle(Utf8JsonWriter writer, float value) => Checked(writer).WriteNumberValue(value);

    /// <summary>Writes a number; as a string, if it isn't finite: <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteDoubleOrText(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            WriteDouble(writer, value);
        }
        else
        {
            WriteString(writer, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc cref="WriteDoubleOrText(Utf8JsonWriter, double)"/>
    public static void WriteSingleOrText(Utf8JsonWriter writer, float value)
    {
        if (float.IsFinite(value))
        {
            WriteSingle(writer, value);
        }
        else
        {
            WriteString(writer, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteUInt64(Utf8JsonWriter writer, ulong value) => Checked(writer).WriteNumberValue(value);

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteBigInteger(Utf8JsonWriter writer, BigInteger value)
        => Checked(writer).WriteRawValue(value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteDecimal(Utf8JsonWriter writer, decimal value) => Checked(writer).WriteNumberValue(value);

    /// <summary>Writes a UUID.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteGuid(Utf8JsonWriter writer, Guid value) => Checked(writer).WriteStringValue(value);

    /// <summary>Writes a date and time (RFC 3339).</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteDateTimeOffset(Utf8JsonWriter writer, DateTimeOffset value) => Checked(writer).WriteStringValue(value);

    /// <summary>Writes a date (RFC 3339's <c>full-date</c>).</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteDateOnly(Utf8JsonWriter writer, DateOnly value)
        => Checked(writer).WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Writes a URI exactly as it was given.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteUri(Utf8JsonWriter writer, Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Checked(writer).WriteStringValue(value.OriginalString);
    }

    /// <summary>Writes bytes in base64.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteBytes(Utf8JsonWriter writer, byte[] value) => Checked(writer).WriteBase64StringValue(value);

    /// <summary>Writes any value; <see langword="default"/> as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteElement(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            Checked(writer).WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>Writes a value whose type knows how.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteModel<T>(Utf8JsonWriter writer, T value) where T : IJsonModel<T> => value.Write(writer);

    /// <summary>Writes an array.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes an item.</param>
    public static void WriteList<T>(Utf8JsonWriter writer, IEnumerable<T> items, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        Checked(writer).WriteStartArray();
        if (items is IReadOnlyList<T> list)
        {
            // By position: an enumerator would be allocated for every list.
            for (var i = 0; i < list.Count; i++)
            {
                write(writer, list[i]);
            }
        }
        else
        {
            foreach (var item in items)
            {
                write(writer, item);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a map as an object.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="write">Writes a value.</param>
    public static void WriteMap<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>> entries, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(write);
        Checked(writer).WriteStartObject();
        foreach ((var name, var value) in entries)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a value or <c>null</c>.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    public static void WriteNullable<T>(Utf8JsonWriter writer, T? value, JsonWrite<T> write) where T : struct
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is { } present)
        {
            write(writer, present);
        }
        else
        {
            Checked(writer).WriteNullValue();
        }
    }

    /// <summary>Writes a value or <c>null</c>.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    public static void WriteNullableReference<T>(Utf8JsonWriter writer, T? value, JsonWrite<T> write) where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is not null)
        {
            write(writer, value);
        }
        else
        {
            Checked(writer).WriteNullValue();
        }
    }

    private static Utf8JsonWriter Checked(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer;
    }
}
