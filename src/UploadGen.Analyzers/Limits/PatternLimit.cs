using System.Text.RegularExpressions;

namespace UploadGen.Analyzers.Limits;

/// <summary>
/// A regular expression. In JSON Schema it must be found somewhere in the string. For <c>RegularExpressionAttribute</c> it must match the whole string, and
/// an empty string is always allowed.
/// </summary>
internal sealed class PatternLimit : ILimit
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(50);

    private readonly string _text;
    private readonly Regex _regex;
    private readonly bool _isSearched;

    private PatternLimit(string text, string expression, bool isSearched)
    {
        _text = text;
        _regex = new Regex(expression, RegexOptions.CultureInvariant, Timeout);
        _isSearched = isSearched;
    }

    public string Allowed => $"text that matches {_text}";

    /// <summary>The limit; null if the pattern is no regular expression.</summary>
    /// <param name="text">The pattern as messages show it.</param>
    /// <param name="expression">The pattern as .NET writes it.</param>
    /// <param name="isSearched">May the pattern be found anywhere in the string?</param>
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
