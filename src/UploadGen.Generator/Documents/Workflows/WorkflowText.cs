using System.Text.RegularExpressions;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents.Formats;

namespace UploadGen.Generator.Documents.Workflows;

/// <summary>An AdditionalFile that describes workflows (Arazzo 1.0 or 1.1), and which documents they are of.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Version">What it says its version is.</param>
/// <param name="Sources">The descriptions of APIs that it names.</param>
/// <param name="Fault">Why it can't be read, if it can't.</param>
internal sealed record WorkflowText(string Path, string Text, string Version, EquatableArray<WorkflowSource> Sources, TextFault? Fault)
{
    private const string Suffix = ".arazzo";

    private static readonly Regex Versions = new(@"^1\.[01](\.\d+)?(-.+)?$", RegexOptions.CultureInvariant);

    public DocumentFormat Format => DocumentFormats.Of(Path);

    public bool IsSupported => Versions.IsMatch(Version);

    /// <summary>Those that may be documents of the project, and no workflows or channels.</summary>
    public IReadOnlyList<WorkflowSource> Apis => Sources.Where(source => source.Type is null or "openapi").ToList();

    /// <summary>Whether it is read for a document.</summary>
    public bool AppliesTo(string documentPath) => Fault is null && IsSupported && Apis.Any(source => IsOf(source, documentPath));

    /// <summary>
    /// Whether a source is a document: its address says so or, where that is one of the web and the only one, the names of the two files.
    /// </summary>
    public bool IsOf(WorkflowSource source, string documentPath)
        => source.IsOnWeb
            ? Apis.Count == 1 && IsNamedAfter(documentPath)
            : string.Equals(
                FileName.Resolve(Path, source.File), FileName.Resolve(documentPath, FileName.Last(documentPath)), StringComparison.OrdinalIgnoreCase);

    private bool IsNamedAfter(string documentPath)
        => string.Equals(
            DocumentFormats.WithoutExtension(Path), DocumentFormats.WithoutExtension(documentPath) + Suffix, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A description that workflows name.</summary>
/// <param name="Name">What the workflows call it.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Type">Of which kind it is, if that is said.</param>
internal sealed record WorkflowSource(string Name, string Url, string? Type)
{
    public bool IsOnWeb => Url.Contains("://");

    /// <summary>The address as that of a file.</summary>
    public string File => Uri.UnescapeDataString(Url.Split('#', '?')[0]);
}
