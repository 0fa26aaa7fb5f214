using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Writes members of JSON objects for generated code, a call a member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonMember
{
    /// <summary>Writes a member whose type knows how; null as <c>null</c>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteModel<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value) where T : class, IJsonModel<T>
    {
        Checked(writer).WritePropertyName(name);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.Write(writer);
        }
    }

    /// <summary>Writes a member whose type knows how, unless it is null.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalModel<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value) where T : class, IJsonModel<T>
    {
        if (value is not null)
        {
            Checked(writer).WritePropertyName(name);
            value.Write(writer);
        }
    }

    /// <summary>Writes a member that is a struct which knows how; null as <c>null</c>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value) where T : struct, IJsonModel<T>
    {
        Checked(writer).WritePropertyName(name);
        if (value is { } present)
        {
            present.Write(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes a member that is a struct which knows how, unless it is null.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void WriteOptionalValue<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value) where T : struct, IJsonModel<T>
    {
        if (value is { } present)
        {
            Checked(writer).WritePropertyName(name);
            present.Write(writer);
        }
    }

    private static Utf8JsonWriter Checked(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer;
    }
}
