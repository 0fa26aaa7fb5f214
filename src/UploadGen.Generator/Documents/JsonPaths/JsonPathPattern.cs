using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>Matches texts by patterns of RFC 9485, as the functions <c>match</c> and <c>search</c> do.</summary>
internal static class JsonPathPattern
{
    /// <summary>A pattern is the author's own, and nobody's editor should wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <param name="subject">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isWhole">Whether all of the text must match.</param>
    /// <returns>False also where either is no text, or the pattern is none.</returns>
    public static bool Matches(JsonPathValue subject, JsonPathValue pattern, bool isWhole)
    {
        if (subject.Node is not JsonValue value || !value.TryGetValue<string>(out var text)
            || pattern.Node is not JsonValue expression || !expression.TryGetValue<string>(out var written))
        {
            return false;
        }

        try
        {
            var translated = Translate(written);
            return Regex.IsMatch(text, isWhole ? $@"\A(?:{translated})\z" : translated, RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>To .NET's syntax: a dot is any character but a line's end, and <c>^</c> and <c>$</c> are themselves.</summary>
    private static string Translate(string pattern)
    {
        var translated = new StringBuilder();
        var isClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                translated.Append(c).Append(pattern[++i]);
                continue;
            }

            isClass = c == '[' || (isClass && c != ']');
            translated.Append(isClass ? c.ToString() : c switch
            {
                '.' => @"(?:[\ud800-\udbff][\udc00-\udfff]|[^\n\r\ud800-\udfff])",
                '^' or '$' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return translated.ToString();
    }
}
