using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>
/// Reads and writes JSON values for generated code. What is read must have the JSON type expected; a <see cref="JsonException"/> says what was found
/// instead, but never the value itself, which may be a secret.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonCodec
{
    /// <summary>Checks that the reader stands on the start of an object.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">It doesn't.</exception>
    public static void StartObject(ref Utf8JsonReader reader) => Expect(ref reader, JsonTokenType.StartObject, "an object");

    /// <summary>Goes on to the object's next member.</summary>
    /// <param name="reader">The reader: on the object's start, or the last token of a member's value.</param>
    /// <returns><see langword="true"/> on a member's name, <see langword="false"/> on the object's end.</returns>
    /// <exception cref="JsonException">The JSON isn't well formed.</exception>
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Whether the reader stands on a <c>null</c>.</summary>
    /// <param name="reader">The reader.</param>
    public static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Skips the value of the member on whose name the reader stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">A union is being read, and the member tells that the object is of another type.</exception>
    public static void Skip(ref Utf8JsonReader reader)
    {
        if (JsonUnion.RulesOut(ref reader))
        {
            throw new JsonException("The type doesn't know this member.");
        }

        SkipValue(ref reader);
    }

    /// <summary>
    /// Skips the value ahead or the one that the reader stands on. <c>JsonSerializer</c> hands over a whole value from a stream by a reader that expects more,
    /// and <see cref="Utf8JsonReader.Skip"/> refuses such.
    /// </summary>
    internal static void SkipValue(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
        {
            throw new JsonException("The JSON ends too early.");
        }
    }

    /// <summary>The exception for a required member that isn't there.</summary>
    /// <param name="member">Name of the member in the JSON.</param>
    public static JsonException Missing(string member) => new MissingMemberJsonException(member);

    internal static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("The JSON ends too early.");
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token, string expected)
    {
        if (reader.TokenType != token)
        {
            ThrowUnexpected(ref reader, expected);
        }
    }

    [DoesNotReturn]
    private static void ThrowUnexpected(ref Utf8JsonReader reader, string expected)
        => throw new JsonException($"Expected {expected}, found {Found(reader.TokenType)}.");

    private static string Found(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        _ => "no value",
    };
}
