using System.ComponentModel;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>
/// A <c>pattern</c> of the API's document, in .NET's dialect. Where it takes a regular expression, that is made at the first search.
/// </summary>
/// <remarks>
/// Patterns come from documents, and some take for ever on some texts. So a search that doesn't soon end is made again in time that is linear in the text
/// (<see cref="RegexOptions.NonBacktracking"/>), which is dear to set up and thus not done at first, or, for a pattern that can't be searched for in that
/// way, with more patience. After a second it is given up.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaPattern
{
    private static readonly TimeSpan FirstPatience = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string _text;
    private readonly string _expression;
    private readonly CharacterRuns? _runs;
    private Regex? _first;
    private Regex? _second;

    /// <summary>Sets the pattern.</summary>
    /// <param name="text">The pattern as the document has it (ECMA-262); messages show it.</param>
    /// <param name="expression">The same in .NET's dialect; <see langword="null"/> where both are spelled alike.</param>
    public SchemaPattern(string text, string? expression = null)
    {
        _text = text;
        _expression = expression ?? text;
        _runs = CharacterRunsReader.TryRead(_expression);
    }

    /// <summary>Whether the pattern is found in a text, and the search didn't take too long.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    public bool IsMatch(string text) => Judge(text) == true;

    /// <summary>The pattern as the document has it.</summary>
    public override string ToString() => _text;

    /// <summary>Whether the pattern is found in a text; <see langword="null"/> where the search took over a second.</summary>
    internal bool? Judge(string text)
    {
        try
        {
            return IsFound(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Whether the pattern is found in a text.</summary>
    /// <exception cref="RegexMatchTimeoutException">The search took over a second.</exception>
    internal bool IsFound(string text)
    {
        if (_runs is not null)
        {
            return _runs.IsMatch(text);
        }

        try
        {
            return (_second ?? (_first ??= new Regex(_expression, RegexOptions.CultureInvariant, FirstPatience))).IsMatch(text);
        }
        catch (RegexMatchTimeoutException) when (_second is null)
        {
            _second = Second();
            return _second.IsMatch(text);
        }
    }

    private Regex Second()
    {
        try
        {
            return new Regex(_expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Patience);
        }
        catch (NotSupportedException)
        {
            // It looks around or refers back, or is too large.
            return new Regex(_expression, RegexOptions.CultureInvariant, Patience);
        }
    }
}
