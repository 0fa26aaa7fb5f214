using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Overlays;
using UploadGen.Generator.Documents.Workflows;

namespace UploadGen.Generator.Documents;

/// <summary>An AdditionalFile that may be a document: its text, what else belongs to it and what the project says about it.</summary>
/// <param name="Overlays">The overlays that are applied to it.</param>
/// <param name="Files">The files that it refers to.</param>
/// <param name="Workflows">The descriptions of workflows that name it.</param>
internal sealed record SpecText(
    string Path,
    string Text,
    SpecSettings Settings,
    EquatableArray<OverlayText> Overlays = default,
    EquatableArray<ReferencedFile> Files = default,
    EquatableArray<WorkflowText> Workflows = default)
{
    public DocumentFormat Format => DocumentFormats.Of(Path);

    /// <summary>The same document with those of the project's overlays that are for it, in the order of their paths.</summary>
    public SpecText With(IEnumerable<OverlayText> overlays)
        => this with
        {
            Overlays = overlays.Where(overlay => overlay.AppliesTo(Path)).OrderBy(overlay => overlay.Path, StringComparer.Ordinal).ToEquatableArray(),
        };

    /// <summary>The same document with those descriptions of workflows that name it, in the order of their paths.</summary>
    public SpecText With(IEnumerable<WorkflowText> workflows)
        => this with
        {
            Workflows = workflows.Where(workflow => workflow.AppliesTo(Path)).OrderBy(workflow => workflow.Path, StringComparer.Ordinal).ToEquatableArray(),
        };

    /// <summary>The same document with those of the project's files that it refers to.</summary>
    public SpecText With(IReadOnlyList<ReferencedFile> files) => this with { Files = ReferencedFile.FindReachable(Path, Text, files) };
}
