using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Documents;

/// <summary>An AdditionalFile that another may refer to: a part of a document, or a document itself.</summary>
internal sealed record JsonFile(string Path, string Text)
{
    private static readonly Regex ExternalReference = new("\"\\$ref\"\\s*:\\s*\"([^\"#:]+\\.json)(?:#|\")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>What each text refers to, found once: it is asked anew whenever any JSON file of the project changes.</summary>
    private static readonly ConditionalWeakTable<string, string[]> References = new();

    /// <summary>Those of a project's files that a text refers to, and that these refer to in turn.</summary>
    /// <param name="path">Where the text lies.</param>
    public static EquatableArray<JsonFile> ReachableFrom(string path, string text, IReadOnlyList<JsonFile> files)
    {
        var reached = new Dictionary<string, JsonFile>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<(string Path, string Text)>([(path, text)]);
        while (open.Count > 0)
        {
            var (from, content) = open.Pop();
            foreach (var reference in References.GetValue(content, Find))
            {
                var target = FileName.Resolve(from, reference);
                if (!reached.ContainsKey(target) && files.FirstOrDefault(file => IsAt(file, target)) is { } file)
                {
                    reached[target] = file;
                    open.Push((file.Path, file.Text));
                }
            }
        }

        return reached.Values.OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray();
    }

    private static string[] Find(string text)
        => ExternalReference.Matches(text).Cast<Match>().Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToArray();

    public static bool IsAt(JsonFile file, string resolved)
        => string.Equals(FileName.Resolve(file.Path, FileName.Of(file.Path)), resolved, StringComparison.OrdinalIgnoreCase);
}
