using Microsoft.CodeAnalysis.Text;

namespace UploadGen.Analyzers.Tests.Harness;

/// <summary>Source text with marked spans: <c>[|here|]</c>.</summary>
internal static class Markup
{
    private const string Start = "[|";
    private const string End = "|]";

    /// <summary>The text without its marks.</summary>
    public static string Strip(string markup) => markup.Replace(Start, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal);

    /// <summary>The text with marks around spans.</summary>
    public static string Annotate(string source, IEnumerable<TextSpan> spans)
        => spans.OrderDescending().Aggregate(source, (text, span) => text.Insert(span.End, End).Insert(span.Start, Start));
}
