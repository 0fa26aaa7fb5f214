using System.Text.RegularExpressions;

namespace UploadGen.Generator.Documents.Formats;

/// <summary>
/// Guesses whether a text that can't be read has a version at its root, as documents have. What stands before a fault says nothing of what follows:
/// the members may have any order. The text may be of another format than its file's name says.
/// </summary>
internal sealed class RootGuess
{
    private readonly Regex _member;

    /// <param name="names">The members that may hold a version.</param>
    public RootGuess(IEnumerable<string> names)
    {
        var name = $"(?:{string.Join("|", names.Select(Regex.Escape))})";

        // In the first line of JSON, or indented as the first member is; in YAML not indented at all.
        const string space = @"(?>\s+|//[^\n]*|/\*[\s\S]*?\*/)*";
        var version = $$"""{{name}}"{{space}}:{{space}}"?[0-9]""";
        var first = $$"""\A{{space}}\{(?:[^\n]*[{,])?{{space}}"{{version}}""";
        var indented = $$"""\A{{space}}\{(?:[^\n]*\n)?{{space}}(?<=\n(?<indent>[ \t]+))"(?:[^\n]*\n)+?\k<indent>"{{version}}""";
        var plain = $$"""(?:\A|\n)(?<quote>["']?){{name}}\k<quote>[ \t]*:[ \t]*["']?[0-9]""";
        _member = new Regex($"{first}|{indented}|{plain}", RegexOptions.CultureInvariant);
    }

    public bool IsMeant(string text) => _member.IsMatch(text);
}
