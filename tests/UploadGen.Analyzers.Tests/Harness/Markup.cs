using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace UploadGen.Analyzers.Tests.Harness;

/// <summary>Source text with marked spans: <c>[|here|]</c>, or <c>{|UPG101:here|}</c> where several rules are tested at once.</summary>
internal static class Markup
{
    private const string Start = "[|";
    private const string End = "|]";
    private const string EndOfRule = "|}";

    /// <summary>The text without its marks.</summary>
    public static string Strip(string markup) => markup.Replace(Start, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal);

    /// <summary>The text with marks around spans.</summary>
    public static string Annotate(string source, IEnumerable<TextSpan> spans)
        => spans.OrderDescending().Aggregate(source, (text, span) => text.Insert(span.End, End).Insert(span.Start, Start));

    /// <summary>The text without its marks that name rules.</summary>
    public static string StripRules(string markup)
        => Regex.Replace(markup, @"\{\|UPG\d+:", "").Replace(EndOfRule, "", StringComparison.Ordinal);

    /// <summary>The text with marks around what is reported, each with its rule.</summary>
    public static string Annotate(string source, IEnumerable<Diagnostic> diagnostics)
        => diagnostics
            .OrderByDescending(diagnostic => diagnostic.Location.SourceSpan)
            .ThenByDescending(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .Aggregate(source, (text, diagnostic) => text
                .Insert(diagnostic.Location.SourceSpan.End, EndOfRule)
                .Insert(diagnostic.Location.SourceSpan.Start, $"{{|{diagnostic.Id}:"));
}
