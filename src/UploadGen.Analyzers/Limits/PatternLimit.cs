using System.Text.RegularExpressions;

namespace UploadGen.Analyzers.Limits;

/// <summary>A regular expression that a string must match as a whole; the empty string always does, as <c>RegularExpressionAttribute</c> has it.</summary>
internal sealed class PatternLimit : ILimit
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly string _pattern;
    private readonly Regex _regex;

    private PatternLimit(string pattern)
    {
        _pattern = pattern;
        _regex = new Regex(pattern, RegexOptions.None, Patience);
    }

    public string Allowed => $"text that matches {_pattern}";

    /// <summary>The limit; null for a pattern that is no regular expression.</summary>
    public static PatternLimit? TryCreate(string pattern)
    {
        try
        {
            return new PatternLimit(pattern);
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
            return constant is not string { Length: > 0 } text || _regex.Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length
                ? null
                : LimitText.Quote(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
