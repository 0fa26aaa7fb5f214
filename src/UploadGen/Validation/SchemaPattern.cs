using System.ComponentModel;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>
/// A <c>pattern</c> of the API's document, in .NET's dialect. Where it takes a regular expression, that is made at the first search.
/// </summary>
/// <remarks>A search is given up after a second: patterns come from documents, and some take for ever on some texts.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string _text;
    private readonly string _expression;
    private readonly CharacterRuns? _runs;
    private Regex? _regex;

    /// <summary>Sets the pattern.</summary>
    /// <param name="text">The pattern as the document has it (ECMA-262); messages show it.</param>
    /// <param name="expression">The same in .NET's dialect; <see langword="null"/> where both are spelled alike.</param>
    public SchemaPattern(string text, string? expression = null)
    {
        _text = text;
        _expression = expression ?? text;
        _runs = CharacterRunsReader.TryRead(_expression);
    }

    /// <summary>Whether the pattern is found in a text, or the search took too long.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    public bool IsMatch(string text)
    {
        try
        {
            return IsFound(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // It takes too long. To refuse a value that may be valid would be worse than to send it.
            return true;
        }
    }

    /// <summary>The pattern as the document has it.</summary>
    public override string ToString() => _text;

    /// <summary>Whether the pattern is found in a text.</summary>
    /// <exception cref="RegexMatchTimeoutException">The search took over a second.</exception>
    internal bool IsFound(string text)
        => _runs is not null ? _runs.IsMatch(text) : (_regex ??= new Regex(_expression, RegexOptions.CultureInvariant, Patience)).IsMatch(text);
}
