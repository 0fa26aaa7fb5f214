using System.Numerics;
using System.Text.Json;

namespace UploadGen.Core;

public static partial class JsonMember
{
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
}
