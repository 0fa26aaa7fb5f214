using System.Text.RegularExpressions;

namespace UploadGen.Analyzers.Limits;

/// <summary>
/// A regular expression: found in a string, as JSON Schema has it, or matching the whole of it or nothing, as <c>RegularExpressionAttribute</c> has it.
/// </summary>
internal sealed class PatternLimit : ILimit
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly string _text;
    private readonly Regex _regex;
    private readonly bool _isSearched;

    private PatternLimit(string text, string expression, bool isSearched)
    {
        _text = text;
        _regex = new Regex(expression, RegexOptions.CultureInvariant, Patience);
        _isSearched = isSearched;
    }

    public string Allowed => $"text that matches {_text}";

    /// <summary>The limit; null for a pattern that is no regular expression.</summary>
    /// <param name="text">The pattern as a message shows it.</param>
    /// <param name="expression">The pattern in .NET's dialect.</param>
    /// <param name="isSearched">Is it enough that the pattern is found somewhere?</param>
    public static PatternLimit? TryCreate(string text, string expression, bool isSearched)
    {
        try
        {
            return new PatternLimit(text, expression, isSearched);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public string? FindBreach(object constant)
    {
        try
        {
            return constant is string text && !Matches(text) ? LimitText.Quote(text) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private bool Matches(string text)
        => _isSearched ? _regex.IsMatch(text) : text.Length == 0 || (_regex.Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length);
}
