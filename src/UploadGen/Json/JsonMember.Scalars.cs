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
