using System.Globalization;
using System.Text.Json;

namespace UploadGen.Generator.Reading;

/// <summary>Finds where in a JSON text a pointer leads. Microsoft.OpenApi's problems carry pointers, an editor wants a place.</summary>
internal static class JsonPointerLocator
{
    /// <summary>
    /// The octets of the value at a pointer, or of the deepest part of the way there that exists. An object or array is
    /// represented by the name it has in its parent.
    /// </summary>
    public static (int Start, int Length) Find(byte[] utf8, string pointer)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = SpecParser.MaxDepth });
        var found = (Start: 0, Length: 0);
        try
        {
            reader.Read();
            foreach (var segment in pointer.Split('/').Skip(1).Select(Pointer.Unescape))
            {
                if (!Enter(ref reader, segment, out var name))
                {
                    break;
                }

                found = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? name : Token(ref reader);
            }
        }
        catch (JsonException)
        {
            // A text that breaks off: the last part of the way that was found stands.
        }

        return found;
    }

    /// <summary>Moves to the value of a member or item, and tells where its name stands.</summary>
    private static bool Enter(ref Utf8JsonReader reader, string segment, out (int Start, int Length) name)
    {
        name = Token(ref reader);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals(segment);
                name = Token(ref reader);
                reader.Read();
                if (isIt)
                {
                    return true;
                }

                reader.Skip();
            }

            return false;
        }

        if (reader.TokenType != JsonTokenType.StartArray || !int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index)
            {
                name = Token(ref reader);
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>The token with its quotes. (The reader has consumed the colon behind a name too.)</summary>
    private static (int Start, int Length) Token(ref Utf8JsonReader reader)
    {
        var quotes = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? 2 : 0;
        return ((int)reader.TokenStartIndex, reader.ValueSpan.Length + quotes);
    }
}
