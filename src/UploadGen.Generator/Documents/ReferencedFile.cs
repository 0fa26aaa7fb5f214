using System.Runtime.CompilerServices;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.References;

namespace UploadGen.Generator.Documents;

/// <summary>An AdditionalFile that another may refer to: a part of a document, or a document itself.</summary>
internal sealed record ReferencedFile(string Path, string Text)
{
    private static readonly string[] Extensions = DocumentFormats.All.SelectMany(format => format.Extensions).ToArray();

    /// <summary>What each text refers to, found once: it is asked anew whenever any such file of the project changes.</summary>
    private static readonly ConditionalWeakTable<string, string[]> References = new();

    public DocumentFormat Format => DocumentFormats.Of(Path);

    /// <summary>Those of a project's files that a text refers to, and that these refer to in turn.</summary>
    /// <param name="path">Where the text lies.</param>
    public static EquatableArray<ReferencedFile> FindReachable(string path, string text, IReadOnlyList<ReferencedFile> files)
    {
        if (files.All(file => file.Path == path))
        {
            return EquatableArray<ReferencedFile>.Empty;
        }

        var reached = new Dictionary<string, ReferencedFile>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<ReferencedFile>([new ReferencedFile(path, text)]);
        while (open.Count > 0)
        {
            var from = open.Pop();
            foreach (var reference in References.GetValue(from.Text, _ => from.FindReferences()))
            {
                var target = FileName.Resolve(from.Path, reference);
                if (!reached.ContainsKey(target) && files.FirstOrDefault(file => file.IsAt(target)) is { } file)
                {
                    reached[target] = file;
                    open.Push(file);
                }
            }
        }

        return reached.Values.OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray();
    }

    public bool IsAt(string resolved) => string.Equals(FileName.Resolve(Path, FileName.Last(Path)), resolved, StringComparison.OrdinalIgnoreCase);

    /// <summary>The files that are named before the fragment of a reference. Most texts name none, and aren't read for it.</summary>
    private string[] FindReferences()
    {
        if (!Extensions.Any(extension => Text.IndexOf(extension, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return [];
        }

        var files = Format.FindTexts(Text, "$ref").Select(PartReference.FileOf);
        return files.Where(file => file.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
    }
}
