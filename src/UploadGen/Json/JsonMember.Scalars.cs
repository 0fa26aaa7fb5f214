using System.Numerics;
using System.Text.Json;

namespace UploadGen.Core;

public static partial class JsonMember
{
    /// <summary>Writes a member with a text; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteString(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is { } present)
        {
            WriteOptionalString(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a text, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalString(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is { } present)
        {
            Checked(writer).WriteString(name, present);
        }
    }

    /// <summary>Writes a member with <c>true</c> or <c>false</c>; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteBoolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } present)
        {
            WriteOptionalBoolean(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with <c>true</c> or <c>false</c>, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalBoolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } present)
        {
            Checked(writer).WriteBoolean(name, present);
        }
    }

    /// <summary>Writes a member with an integer of 32 bits; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteInt32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } present)
        {
            WriteOptionalInt32(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with an integer of 32 bits, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalInt32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } present)
        {
            Checked(writer).WriteNumber(name, present);
        }
    }

    /// <summary>Writes a member with an integer of 64 bits; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } present)
        {
            WriteOptionalInt64(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with an integer of 64 bits, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } present)
        {
            Checked(writer).WriteNumber(name, present);
        }
    }

    /// <summary>Writes a member with an integer of 64 bits without a sign; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteUInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is { } present)
        {
            WriteOptionalUInt64(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with an integer of 64 bits without a sign, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalUInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is { } present)
        {
            Checked(writer).WriteNumber(name, present);
        }
    }

    /// <summary>Writes a member with an integer of any length; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteBigInteger(Utf8JsonWriter writer, ReadOnlySpan<byte> name, BigInteger? value)
    {
        if (value is { } present)
        {
            WriteOptionalBigInteger(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with an integer of any length, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalBigInteger(Utf8JsonWriter writer, ReadOnlySpan<byte> name, BigInteger? value)
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteBigInteger(writer, present);
        }
    }

    /// <summary>Writes a member with a number; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteSingle(Utf8JsonWriter writer, ReadOnlySpan<byte> name, float? value)
    {
        if (value is { } present)
        {
            WriteOptionalSingle(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a number, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalSingle(Utf8JsonWriter writer, ReadOnlySpan<byte> name, float? value)
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteSingle(writer, present);
        }
    }

    /// <summary>Writes a member with a number; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteDouble(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } present)
        {
            WriteOptionalDouble(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a number, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalDouble(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteDouble(writer, present);
        }
    }

    /// <summary>Writes a member with a number; one that isn't finite as the text by which .NET knows it; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteSingleOrText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, float? value)
    {
        if (value is { } present)
        {
            WriteOptionalSingleOrText(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a number; one that isn't finite as the text by which .NET knows it, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalSingleOrText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, float? value)
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteSingleOrText(writer, present);
        }
    }

    /// <summary>Writes a member with a number; one that isn't finite as the text by which .NET knows it; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteDoubleOrText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } present)
        {
            WriteOptionalDoubleOrText(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a number; one that isn't finite as the text by which .NET knows it, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalDoubleOrText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteDoubleOrText(writer, present);
        }
    }

    /// <summary>Writes a member with a number; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteDecimal(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } present)
        {
            WriteOptionalDecimal(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a number, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalDecimal(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } present)
        {
            Checked(writer).WriteNumber(name, present);
        }
    }

    /// <summary>Writes a member with a UUID; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteGuid(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is { } present)
        {
            WriteOptionalGuid(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a UUID, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalGuid(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is { } present)
        {
            Checked(writer).WriteString(name, present);
        }
    }

    /// <summary>Writes a member with a date and time (RFC 3339); null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteDateTimeOffset(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } present)
        {
            WriteOptionalDateTimeOffset(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a date and time (RFC 3339), unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalDateTimeOffset(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } present)
        {
            Checked(writer).WriteString(name, present);
        }
    }

    /// <summary>Writes a member with a date (RFC 3339's <c>full-date</c>); null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteDateOnly(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is { } present)
        {
            WriteOptionalDateOnly(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a date (RFC 3339's <c>full-date</c>), unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalDateOnly(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteDateOnly(writer, present);
        }
    }

    /// <summary>Writes a member with a URI exactly as it was given; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteUri(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value)
    {
        if (value is { } present)
        {
            WriteOptionalUri(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with a URI exactly as it was given, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalUri(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value)
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteUri(writer, present);
        }
    }

    /// <summary>Writes a member with bytes in base64; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteBytes(Utf8JsonWriter writer, ReadOnlySpan<byte> name, byte[]? value)
    {
        if (value is { } present)
        {
            WriteOptionalBytes(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with bytes in base64, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalBytes(Utf8JsonWriter writer, ReadOnlySpan<byte> name, byte[]? value)
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteBytes(writer, present);
        }
    }

    /// <summary>Writes a member with any JSON value; null as <c>null</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteElement(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is { } present)
        {
            WriteOptionalElement(writer, name, present);
        }
        else
        {
            Checked(writer).WriteNull(name);
        }
    }

    /// <summary>Writes a member with any JSON value, unless it is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalElement(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            JsonCodec.WriteElement(writer, present);
        }
    }
}
