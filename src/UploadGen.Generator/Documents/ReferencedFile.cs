using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents.Formats;

namespace UploadGen.Generator.Documents;

/// <summary>An AdditionalFile that another may refer to: a part of a document, or a document itself.</summary>
internal sealed record ReferencedFile(string Path, string Text)
{
    private static readonly string Extensions = string.Join("|", DocumentFormats.All.SelectMany(format => format.Extensions).Select(Regex.Escape));

    /// <summary>A <c>$ref</c> to a file, in quotes or, as YAML allows, without. Names in quotes may have spaces.</summary>
    private static readonly Regex ExternalReference = new(
        $$"""\$ref["']?\s*:\s*(?:["'](?<file>[^"'#:]+(?:{{Extensions}}))(?:#|["'])|(?<file>[^"'#:,\s]+(?:{{Extensions}}))(?:[#,}\s]|$))""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>What each text refers to, found once: it is asked anew whenever any such file of the project changes.</summary>
    private static readonly ConditionalWeakTable<string, string[]> References = new();

    public DocumentFormat Format => DocumentFormats.Find(Path)!;

    /// <summary>Those of a project's files that a text refers to, and that these refer to in turn.</summary>
    /// <param name="path">Where the text lies.</param>
    public static EquatableArray<ReferencedFile> FindReachable(string path, string text, IReadOnlyList<ReferencedFile> files)
    {
        var reached = new Dictionary<string, ReferencedFile>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<(string Path, string Text)>([(path, text)]);
        while (open.Count > 0)
        {
            var (from, content) = open.Pop();
            foreach (var reference in References.GetValue(content, FindReferences))
            {
                var target = FileName.Resolve(from, reference);
                if (!reached.ContainsKey(target) && files.FirstOrDefault(file => file.IsAt(target)) is { } file)
                {
                    reached[target] = file;
                    open.Push((file.Path, file.Text));
                }
            }
        }

        return reached.Values.OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray();
    }

    public bool IsAt(string resolved) => string.Equals(FileName.Resolve(Path, FileName.Last(Path)), resolved, StringComparison.OrdinalIgnoreCase);

    private static string[] FindReferences(string text)
        => ExternalReference.Matches(text).Cast<Match>().Select(match => match.Groups["file"].Value).Distinct(StringComparer.Ordinal).ToArray();
}
