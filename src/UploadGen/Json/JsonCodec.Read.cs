using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

public static partial class JsonCodec
{
    /// <summary>Reads a string.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't a string, or not one of valid Unicode.</exception>
    public static string ReadString(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, "a string");
        return Text(ref reader);
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is something else.</exception>
    public static bool ReadBoolean(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            ThrowUnexpected(ref reader, "true or false");
        }

        return reader.GetBoolean();
    }

    /// <summary>Reads an integer of 32 bits; <c>1.0</c> is one.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't such a number.</exception>
    public static int ReadInt32(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number, "an integer");
        return TryReadInt64(ref reader, out var value) && value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw Invalid("number", "an integer of 32 bits");
    }

    /// <summary>Reads an integer of 64 bits; <c>1.0</c> is one.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't such a number.</exception>
    public static long ReadInt64(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number, "an integer");
        return TryReadInt64(ref reader, out var value) ? value : throw Invalid("number", "an integer of 64 bits");
    }

    /// <summary>Reads an integer of 64 bits without a sign; <c>1.0</c> is one.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't such a number.</exception>
    public static ulong ReadUInt64(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number, "an integer");
        return reader.TryGetUInt64(out var value) ? value
            : reader.TryGetDecimal(out var number) && number == decimal.Truncate(number) && number is >= 0 and <= ulong.MaxValue ? (ulong)number
            : throw Invalid("number", "an integer of 64 bits without a sign");
    }

    /// <summary>Reads an integer of any length, written without a fraction or an exponent.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't such a number.</exception>
    public static BigInteger ReadBigInteger(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number, "an integer");
        return ParseBigInteger(Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan), "number");
    }

    /// <summary>Reads a number as a double.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't a number, or is beyond a double's range.</exception>
    public static double ReadDouble(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number, "a number");
        return reader.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw Invalid("number", "in the range of a double");
    }

    /// <summary>Reads a number as a single.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't a number, or is beyond a single's range.</exception>
    public static float ReadSingle(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number, "a number");
        return reader.TryGetSingle(out var value) && float.IsFinite(value) ? value : throw Invalid("number", "in the range of a single");
    }

    /// <summary>Reads a number as a decimal.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't a number, or is beyond a decimal's range.</exception>
    public static decimal ReadDecimal(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number, "a number");
        return reader.TryGetDecimal(out var value) ? value : throw Invalid("number", "in the range of a decimal");
    }

    /// <summary>Reads a UUID (RFC 9562).</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't a string that holds one.</exception>
    public static Guid ReadGuid(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, "a UUID");
        return reader.TryGetGuid(out var value) || Guid.TryParse(Text(ref reader), out value) ? value : throw Invalid("string", "a UUID");
    }

    /// <summary>Reads a date and time (RFC 3339). Without an offset it is taken as UTC.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't a string that holds one.</exception>
    public static DateTimeOffset ReadDateTimeOffset(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, "a date and time");
        // In UTC, as most servers write it, the reader needs no string. Without an offset it would take the time as local.
        if (!reader.HasValueSequence && reader.ValueSpan is [.., (byte)'Z'] && reader.TryGetDateTimeOffset(out var utc))
        {
            return utc;
        }

        return DateTimeOffset.TryParse(Text(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : throw Invalid("string", "a date and time");
    }

    /// <summary>Reads a date (RFC 3339's <c>full-date</c>, such as 2026-02-21).</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't a string that holds one.</exception>
    public static DateOnly ReadDateOnly(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, "a date");
        return DateOnly.TryParseExact(Text(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Invalid("string", "a date");
    }

    /// <summary>Reads a URI, absolute or relative. Its <see cref="Uri.OriginalString"/> is the exact text.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't a string that holds one.</exception>
    public static Uri ReadUri(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, "a URI");
        return Uri.TryCreate(Text(ref reader), UriKind.RelativeOrAbsolute, out var value) ? value : throw Invalid("string", "a URI");
    }

    /// <summary>Reads bytes in base64 (RFC 4648, section 4).</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't a string that holds such.</exception>
    public static byte[] ReadBytes(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, "base64");
        return reader.TryGetBytesFromBase64(out var value) ? value : throw Invalid("string", "base64");
    }

    /// <summary>Reads any value, <c>null</c> included. It doesn't depend on the reader's buffer.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The JSON isn't well formed.</exception>
    public static JsonElement ReadElement(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Reads a value whose type knows how.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The JSON isn't such a value.</exception>
    public static T ReadModel<T>(ref Utf8JsonReader reader) where T : IJsonModel<T> => T.Read(ref reader);

    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads an item.</param>
    /// <exception cref="JsonException">The value isn't an array, or an item isn't what it should be.</exception>
    public static IReadOnlyList<T> ReadList<T>(ref Utf8JsonReader reader, JsonRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Expect(ref reader, JsonTokenType.StartArray, "an array");
        var items = new List<T>();
        for (Advance(ref reader); reader.TokenType != JsonTokenType.EndArray; Advance(ref reader))
        {
            items.Add(read(ref reader));
        }

        return items;
    }

    /// <summary>Reads an array of values whose type knows how.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value isn't an array, or an item isn't what it should be.</exception>
    public static IReadOnlyList<T> ReadModels<T>(ref Utf8JsonReader reader) where T : IJsonModel<T>
    {
        Expect(ref reader, JsonTokenType.StartArray, "an array");
        var items = new List<T>();
        for (Advance(ref reader); reader.TokenType != JsonTokenType.EndArray; Advance(ref reader))
        {
            items.Add(T.Read(ref reader));
        }

        return items;
    }

    /// <summary>Reads a member whose name is data into a map; of a name that occurs twice, the last value counts.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="reader">The reader, on the member's name.</param>
    /// <param name="entries">The map, which must be one that can be changed.</param>
    /// <param name="read">Reads a value.</param>
    /// <exception cref="JsonException">The value isn't what it should be.</exception>
    public static void ReadAdditional<T>(ref Utf8JsonReader reader, IReadOnlyDictionary<string, T> entries, JsonRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(read);
        var name = Text(ref reader);
        Advance(ref reader);
        ((IDictionary<string, T>)entries)[name] = read(ref reader);
    }

    /// <summary>Keeps a member that a type doesn't know.</summary>
    /// <param name="reader">The reader, on the member's name.</param>
    /// <param name="members">Those that are kept; made for the first.</param>
    /// <exception cref="JsonException">The JSON isn't well formed.</exception>
    public static void ReadUnknown(ref Utf8JsonReader reader, ref IReadOnlyDictionary<string, JsonElement>? members)
    {
        members ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        ReadAdditional(ref reader, members, ReadElement);
    }

    /// <summary>Reads an object as a map from names to values; of a name that occurs twice, the last value counts.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads a value.</param>
    /// <exception cref="JsonException">The value isn't an object, or a member isn't what it should be.</exception>
    public static IReadOnlyDictionary<string, T> ReadMap<T>(ref Utf8JsonReader reader, JsonRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        StartObject(ref reader);
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextMember(ref reader))
        {
            var name = Text(ref reader);
            Advance(ref reader);
            entries[name] = read(ref reader);
        }

        return entries;
    }

    /// <summary>Reads a value or <c>null</c>.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="JsonException">The JSON is neither such a value nor <c>null</c>.</exception>
    public static T? ReadNullable<T>(ref Utf8JsonReader reader, JsonRead<T> read) where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        return IsNull(ref reader) ? null : read(ref reader);
    }

    /// <summary>Reads a value or <c>null</c>.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="JsonException">The JSON is neither such a value nor <c>null</c>.</exception>
    public static T? ReadNullableReference<T>(ref Utf8JsonReader reader, JsonRead<T> read) where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return IsNull(ref reader) ? null : read(ref reader);
    }

    private static bool TryReadInt64(ref Utf8JsonReader reader, out long value)
    {
        if (reader.TryGetInt64(out value))
        {
            return true;
        }

        // JSON Schema: a number without a fraction is an integer, however it is written (1.0, 1e3).
        if (!reader.TryGetDecimal(out var number) || number != decimal.Truncate(number) || number is < long.MinValue or > long.MaxValue)
        {
            return false;
        }

        value = (long)number;
        return true;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException cause)
        {
            throw new JsonException("The string isn't valid Unicode.", cause);
        }
    }

    private static JsonException Invalid(string found, string expected) => new($"The {found} isn't {expected}.");
}
