using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Helps generated unions (<c>oneOf</c>, <c>anyOf</c>) to find out which of their types a JSON value is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonUnion
{
    /// <summary>Reads a value as one type; where it isn't of that type, the reader stays where it was.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="read">Reads the type.</param>
    /// <param name="value">The value read.</param>
    /// <returns>Whether the value could be read.</returns>
    public static bool TryRead<T>(ref Utf8JsonReader reader, JsonRead<T> read, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(read);
        Utf8JsonReader attempt = reader;
        try
        {
            value = read(ref attempt);
            reader = attempt;
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>The discriminator's value in the object ahead, or nothing where there is no object or no such member.</summary>
    /// <param name="reader">The reader, on the value's first token, where it stays.</param>
    /// <param name="member">The discriminator's name.</param>
    public static string? Discriminator(ref Utf8JsonReader reader, ReadOnlySpan<byte> member)
    {
        Utf8JsonReader ahead = reader;
        if (ahead.TokenType != JsonTokenType.StartObject) return null;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool found = ahead.ValueTextEquals(member);
            ahead.Read();
            if (found) return ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;
            ahead.Skip();
        }
        return null;
    }

    /// <summary>The exception for a value that is none of a union's types.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="expected">The types, in words.</param>
    public static JsonException NoVariant(ref Utf8JsonReader reader, string expected)
        => new($"Expected one of {expected}; the value that begins with {reader.TokenType} is none of them.");
}
