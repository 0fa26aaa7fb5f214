using System.Text;
using System.Text.RegularExpressions;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Emission.Text;

/// <summary>Writes documentation comments in the document's own words.</summary>
internal static class XmlDoc
{
    private const int MaxParagraphs = 12;

    private static readonly Regex Code = new("`([^`]+)`", RegexOptions.CultureInvariant);

    /// <summary>A summary of the first paragraph, and remarks of the others.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="text">The document's words, in Markdown.</param>
    /// <param name="addition">Ready XML that closes the summary.</param>
    /// <param name="remarks">More of the document's words.</param>
    public static void Write(SourceWriter writer, string text, string? addition = null, string? remarks = null)
    {
        var paragraphs = Paragraphs(text + (remarks is null ? "" : "\n\n" + remarks));
        var first = paragraphs.FirstOrDefault() ?? "";
        writer.Line($"/// <summary>{string.Join(" ", new[] { first, addition }.Where(part => part is { Length: > 0 }))}</summary>");
        if (paragraphs.Count == 2)
        {
            writer.Line($"/// <remarks>{paragraphs[1]}</remarks>");
        }
        else if (paragraphs.Count > 2)
        {
            writer.Line("/// <remarks>");
            foreach (var paragraph in paragraphs.Skip(1).Take(MaxParagraphs))
            {
                writer.Line($"/// <para>{paragraph}</para>");
            }

            writer.Line("/// </remarks>");
        }
    }

    public static void Param(SourceWriter writer, string name, string text)
        => writer.Line($"/// <param name=\"{name.TrimStart('@')}\">{Inline(text)}</param>");

    /// <summary>All paragraphs as one line.</summary>
    public static string Inline(string text) => string.Join(" ", Paragraphs(text));

    /// <summary>A sentence ends with a full stop.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || trimmed[trimmed.Length - 1] is '.' or '!' or '?' or ':' or ';' ? trimmed : trimmed + ".";
    }

    /// <summary>Words for what the document doesn't describe: <c>mime_type</c> is "Mime type".</summary>
    public static string Humanize(string name)
    {
        var words = string.Join(" ", NameWords.Split(name)).ToLowerInvariant();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words.Substring(1);
    }

    /// <summary>The paragraphs of a text, which blank lines part, each with single spaces. Most texts are short and have one.</summary>
    private static List<string> Paragraphs(string text)
    {
        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        var lineBreaks = 0;
        var isSpaced = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isSpaced = true;
                lineBreaks += c == '\n' ? 1 : 0;
                continue;
            }

            if (lineBreaks > 1)
            {
                Flush(paragraph, paragraphs);
            }
            else if (isSpaced && paragraph.Length > 0)
            {
                paragraph.Append(' ');
            }

            paragraph.Append(c);
            isSpaced = false;
            lineBreaks = 0;
        }

        Flush(paragraph, paragraphs);
        return paragraphs;
    }

    private static void Flush(StringBuilder paragraph, List<string> paragraphs)
    {
        if (paragraph.Length > 0)
        {
            var text = CSharpText.Xml(paragraph.ToString());
            paragraphs.Add(Sentence(text.Contains('`') ? Code.Replace(text, "<c>$1</c>") : text));
            paragraph.Clear();
        }
    }
}
