using System.Globalization;
using System.Text;

namespace UploadGen.Generator.Emission;

/// <summary>
/// The only way for a string of the document into generated C#. Documents are hostile input: nothing that comes through
/// here can end a literal, a comment or a documentation element.
/// </summary>
internal static class CSharpText
{
    /// <summary>A string literal, quotes included.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                >= ' ' and < '\u007f' => c.ToString(),
                _ when char.IsLetterOrDigit(c) => c.ToString(),
                _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
            });
        }

        return text.Append('"').ToString();
    }

    /// <summary>A UTF-8 literal. Lone surrogates have no UTF-8 form and become the replacement character.</summary>
    public static string Utf8Literal(string value) => Literal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value))) + "u8";

    /// <summary>Text for inside an XML documentation element, on one line.</summary>
    public static string Xml(string value)
    {
        var text = new StringBuilder();
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029' => " ",
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' => "",
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }
}
