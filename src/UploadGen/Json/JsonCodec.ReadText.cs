using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace UploadGen.Core;

/// <content>Numbers that may come as texts, as ASP.NET Core reads and documents them.</content>
public static partial class JsonCodec
{
    private const NumberStyles Exponent = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads an integer of 32 bits, or a string that holds one.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is neither.</exception>
    public static int ReadInt32OrText(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String ? ReadInt32(ref reader)
            : int.TryParse(Text(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
            : throw Invalid("string", "an integer of 32 bits");

    /// <summary>Reads an integer of 64 bits, or a string that holds one.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is neither.</exception>
    public static long ReadInt64OrText(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String ? ReadInt64(ref reader)
            : long.TryParse(Text(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
            : throw Invalid("string", "an integer of 64 bits");

    /// <summary>Reads an integer of 64 bits without a sign, or a string that holds one.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is neither.</exception>
    public static ulong ReadUInt64OrText(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String ? ReadUInt64(ref reader)
            : ulong.TryParse(Text(ref reader), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : throw Invalid("string", "an integer of 64 bits without a sign");

    /// <summary>Reads an integer of any length, or a string that holds one.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is neither.</exception>
    public static BigInteger ReadBigIntegerOrText(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String ? ReadBigInteger(ref reader) : ParseBigInteger(Text(ref reader), "string");

    /// <summary>Reads a number as a double, or a string that holds one: there, <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are numbers, too.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is neither.</exception>
    public static double ReadDoubleOrText(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String ? ReadDouble(ref reader)
            : double.TryParse(Text(ref reader), Exponent, CultureInfo.InvariantCulture, out var value) ? value
            : throw Invalid("string", "a number");

    /// <summary>Reads a number as a single, or a string that holds one: there, <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are numbers, too.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is neither.</exception>
    public static float ReadSingleOrText(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String ? ReadSingle(ref reader)
            : float.TryParse(Text(ref reader), Exponent, CultureInfo.InvariantCulture, out var value) ? value
            : throw Invalid("string", "a number");

    /// <summary>Reads a number as a decimal, or a string that holds one.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is neither, or is beyond a decimal's range.</exception>
    public static decimal ReadDecimalOrText(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String ? ReadDecimal(ref reader)
            : decimal.TryParse(Text(ref reader), Exponent, CultureInfo.InvariantCulture, out var value) ? value
            : throw Invalid("string", "in the range of a decimal");

    private static BigInteger ParseBigInteger(string text, string found)
        => BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Invalid(found, "an integer");
}
