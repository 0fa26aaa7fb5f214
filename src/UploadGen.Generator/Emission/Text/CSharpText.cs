using System.Globalization;
using System.Text;

namespace UploadGen.Generator.Emission.Text;

/// <summary>
/// The only way for a string of the document into generated C#. Documents are hostile input: nothing that comes through
/// here can end a literal, a comment or a documentation element.
/// </summary>
internal static class CSharpText
{
    /// <summary>A string literal, quotes included.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder("\"", value.Length + 2);
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                >= ' ' and < '\u007f' => text.Append(c),
                _ when char.IsLetterOrDigit(c) => text.Append(c),
                _ => text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>A UTF-8 literal. Lone surrogates have no UTF-8 form and become the replacement character.</summary>
    public static string Utf8Literal(string value)
        => Literal(value.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) : value) + "u8";

    /// <summary>Text for inside an XML documentation element, on one line.</summary>
    public static string Xml(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            _ = c switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029' => text.Append(' '),
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' => text,
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }
}
