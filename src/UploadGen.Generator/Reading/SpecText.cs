using UploadGen.Generator.Model;

namespace UploadGen.Generator.Reading;

/// <summary>An AdditionalFile that may be a document: its text, the overlays for it and what the project says about it.</summary>
internal sealed record SpecText(string Path, string Text, SpecSettings Settings, EquatableArray<OverlayText> Overlays = default)
{
    /// <summary>The same document with those of the project's overlays that are for it, in the order of their paths.</summary>
    public SpecText With(IEnumerable<OverlayText> overlays)
        => this with { Overlays = overlays.Where(overlay => overlay.AppliesTo(Path)).OrderBy(overlay => overlay.Path, StringComparer.Ordinal).ToEquatableArray() };
}
