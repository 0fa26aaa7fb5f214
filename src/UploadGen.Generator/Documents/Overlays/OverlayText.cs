using UploadGen.Generator.Documents.Formats;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>An AdditionalFile that is an OpenAPI Overlay, and which document it is for.</summary>
/// <param name="Extends">What its <c>extends</c> says, if it names a file.</param>
internal sealed record OverlayText(string Path, string Text, string? Extends)
{
    private const string Suffix = ".overlay";

    public DocumentFormat Format => DocumentFormats.Of(Path);

    /// <summary>Whether it applies to a document: the one it extends or, where it says nothing, the one beside it whose name it bears.</summary>
    public bool AppliesTo(string documentPath)
    {
        if (Extends is not null)
        {
            var document = FileName.Resolve(documentPath, FileName.Last(documentPath));
            return string.Equals(FileName.Resolve(Path, Extends), document, StringComparison.OrdinalIgnoreCase);
        }

        var beside = DocumentFormats.WithoutExtension(documentPath) + Suffix;
        return string.Equals(DocumentFormats.WithoutExtension(Path), beside, StringComparison.OrdinalIgnoreCase);
    }
}
