using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Helps generated unions (<c>oneOf</c>, <c>anyOf</c>) to find out which of their types a JSON value is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonUnion
{
    // The depth of the members that the type being tried must know; 0 where unknown members are skipped. A thread reads one value at a time.
    [ThreadStatic]
    private static int _exactDepth;

    /// <summary>How to try an object that may be of several types: first as one that knows every member, then as any that can be read.</summary>
    public static IReadOnlyList<bool> ExactFirst { get; } = [true, false];

    /// <summary>Reads an object as one type; where it isn't of that type, the reader stays where it was.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The reader, on the object's start.</param>
    /// <param name="exact">Whether a member that the type doesn't know means that the object is of another type.</param>
    /// <param name="read">Reads the type.</param>
    /// <param name="value">The value read.</param>
    /// <returns>Whether the object could be read.</returns>
    public static bool TryRead<T>(ref Utf8JsonReader reader, bool exact, JsonRead<T> read, [MaybeNullWhen(false)] out T value)
    {
        var outer = _exactDepth;
        _exactDepth = exact ? reader.CurrentDepth + 1 : 0;
        try
        {
            return TryRead(ref reader, read, out value);
        }
        finally
        {
            _exactDepth = outer;
        }
    }

    /// <summary>Reads a value as one type; where it isn't of that type, the reader stays where it was.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="read">Reads the type.</param>
    /// <param name="value">The value read.</param>
    /// <returns>Whether the value could be read.</returns>
    public static bool TryRead<T>(ref Utf8JsonReader reader, JsonRead<T> read, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(read);
        var attempt = reader;
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
        var ahead = reader;
        if (ahead.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals(member);
            ahead.Read();
            if (found)
            {
                return ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;
            }

            JsonCodec.SkipValue(ref ahead);
        }

        return null;
    }

    /// <summary>Writes an object with a member that says of which type it is. Where the object has the member with one of its values, that stays.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="value">The object.</param>
    /// <param name="kinds">The values that stand for the type; the first is written.</param>
    public static void WriteKind<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> member, T value, params string[] kinds) where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(kinds);
        var buffer = new ArrayBufferWriter<byte>();
        using (var inner = new Utf8JsonWriter(buffer))
        {
            value.Write(inner);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        reader.Read();
        var said = Discriminator(ref reader, member);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        writer.WriteStartObject();
        writer.WriteString(member, Array.IndexOf(kinds, said) < 0 ? kinds[0] : said);
        foreach (var other in document.RootElement.EnumerateObject())
        {
            if (!other.NameEquals(member))
            {
                other.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Whether a member that is about to be skipped rules out the type that is being tried.</summary>
    internal static bool RulesOut(ref Utf8JsonReader reader) => _exactDepth != 0 && _exactDepth == reader.CurrentDepth;

    /// <summary>The exception for a value that is none of a union's types.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="expected">The types, in words.</param>
    public static JsonException NoVariant(ref Utf8JsonReader reader, string expected)
        => new($"Expected one of {expected}; the value that begins with {reader.TokenType} is none of them.");
}
