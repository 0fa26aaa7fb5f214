using System.ComponentModel;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>A <c>pattern</c> of the API's document, in .NET's dialect.</summary>
/// <param name="text">The pattern as the document has it (ECMA-262); messages show it.</param>
/// <param name="expression">The same in .NET's dialect; <see langword="null"/> where both are spelled alike.</param>
/// <remarks>A search is given up after a second: patterns come from documents, and some take for ever on some texts.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaPattern(string text, string? expression = null)
    : Regex(expression ?? text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
{
    /// <summary>The pattern as the document has it.</summary>
    public override string ToString() => text;
}
