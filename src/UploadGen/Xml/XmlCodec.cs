using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Xml;

namespace UploadGen.Core;

/// <summary>
/// Reads the texts of XML documents as values, for generated code. What isn't such a value is a <see cref="FormatException"/>, which never quotes it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class XmlCodec
{
    private const NumberStyles Digits = NumberStyles.AllowLeadingSign;
    private const NumberStyles Exponent = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd'Z'", "yyyy-MM-ddzzz"];

    /// <summary>Reads a text, white space included.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">It is an element with elements in it.</exception>
    public static string ReadString(XmlInput xml) => xml.Text;

    /// <summary>Reads <c>true</c> or <c>false</c>; <c>1</c> and <c>0</c> are the same (XML Schema 1.1, part 2, section 3.3.2).</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static bool ReadBoolean(XmlInput xml) => Text(xml) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw xml.Invalid("true or false"),
    };

    /// <summary>Reads an integer of 32 bits.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static int ReadInt32(XmlInput xml)
        => int.TryParse(Text(xml), Digits, CultureInfo.InvariantCulture, out var value) ? value : throw xml.Invalid("an integer of 32 bits");

    /// <summary>Reads an integer of 64 bits.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static long ReadInt64(XmlInput xml)
        => long.TryParse(Text(xml), Digits, CultureInfo.InvariantCulture, out var value) ? value : throw xml.Invalid("an integer of 64 bits");

    /// <summary>Reads an integer of 64 bits without a sign.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static ulong ReadUInt64(XmlInput xml)
        => ulong.TryParse(Text(xml), Digits, CultureInfo.InvariantCulture, out var value) ? value : throw xml.Invalid("an integer of 64 bits without a sign");

    /// <summary>Reads an integer of any length.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static BigInteger ReadBigInteger(XmlInput xml)
        => BigInteger.TryParse(Text(xml), Digits, CultureInfo.InvariantCulture, out var value) ? value : throw xml.Invalid("an integer");

    /// <summary>Reads a double; <c>INF</c>, <c>-INF</c> and <c>NaN</c> are some, too (XML Schema 1.1, part 2, section 3.3.5).</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static double ReadDouble(XmlInput xml) => Text(xml) switch
    {
        "INF" or "+INF" => double.PositiveInfinity,
        "-INF" => double.NegativeInfinity,
        "NaN" => double.NaN,
        var text => double.TryParse(text, Exponent, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw xml.Invalid("in the range of a double"),
    };

    /// <summary>Reads a single; <c>INF</c>, <c>-INF</c> and <c>NaN</c> are some, too.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static float ReadSingle(XmlInput xml)
        => ReadDouble(xml) is var value && (float)value is var single && float.IsFinite(single) == double.IsFinite(value)
            ? single
            : throw xml.Invalid("in the range of a single");

    /// <summary>Reads a decimal.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static decimal ReadDecimal(XmlInput xml)
        => decimal.TryParse(Text(xml), Exponent, CultureInfo.InvariantCulture, out var value) ? value : throw xml.Invalid("in the range of a decimal");

    /// <summary>Reads a UUID (RFC 9562).</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static Guid ReadGuid(XmlInput xml) => Guid.TryParse(Text(xml), out var value) ? value : throw xml.Invalid("a UUID");

    /// <summary>Reads a date and time (RFC 3339). Without an offset it is taken as UTC.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static DateTimeOffset ReadDateTimeOffset(XmlInput xml)
        => DateTimeOffset.TryParse(Text(xml), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : throw xml.Invalid("a date and time");

    /// <summary>
    /// Reads a date (RFC 3339's <c>full-date</c>, such as 2026-02-21). One with a zone (XML Schema 1.1, part 2, section 3.3.9) is that date, too.
    /// </summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static DateOnly ReadDateOnly(XmlInput xml)
        => DateTimeOffset.TryParseExact(Text(xml), Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? DateOnly.FromDateTime(value.DateTime)
            : throw xml.Invalid("a date");

    /// <summary>Reads a URI, absolute or relative. Its <see cref="Uri.OriginalString"/> is the exact text.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't one.</exception>
    public static Uri ReadUri(XmlInput xml) => Uri.TryCreate(Text(xml), UriKind.RelativeOrAbsolute, out var value) ? value : throw xml.Invalid("a URI");

    /// <summary>Reads bytes in base64 (RFC 4648, section 4), with white space between them or without.</summary>
    /// <param name="xml">The node.</param>
    /// <exception cref="FormatException">The text isn't such.</exception>
    public static byte[] ReadBytes(XmlInput xml)
    {
        var text = xml.Text;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : throw xml.Invalid("base64");
    }

    /// <summary>Reads a value whose type knows how.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="xml">The element.</param>
    /// <exception cref="FormatException">The element isn't such a value.</exception>
    public static T ReadModel<T>(XmlInput xml) where T : IXmlReadable<T> => T.ReadXml(xml);

    /// <summary>The text by which a value is written.</summary>
    internal static string Format(object value) => value switch
    {
        double number => XmlConvert.ToString(number),
        float number => XmlConvert.ToString(number),
        DateTimeOffset time => Format(time),
        _ => WireText.Format(value),
    };

    /// <summary>With milliseconds at the least, as S3 and whatever runs JavaScript write times: some servers compare texts.</summary>
    private static string Format(DateTimeOffset time)
    {
        var pattern = "yyyy-MM-dd'T'HH:mm:ss." + (time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "fff" : "FFFFFFF");
        return time.Offset == TimeSpan.Zero
            ? time.UtcDateTime.ToString(pattern + "'Z'", CultureInfo.InvariantCulture)
            : time.ToString(pattern + "zzz", CultureInfo.InvariantCulture);
    }

    /// <summary>White space around a value that isn't a string is none of it (XML Schema 1.1, part 2, section 4.3.6).</summary>
    private static string Text(XmlInput xml) => xml.Text.Trim();
}
