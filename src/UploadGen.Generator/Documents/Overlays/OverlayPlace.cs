namespace UploadGen.Generator.Documents.Overlays;

/// <summary>A place in an overlay, or in the document that it is for.</summary>
/// <param name="Path">The overlay's path; null for the document.</param>
/// <param name="Pointer">The JSON pointer in that file.</param>
internal sealed record OverlayPlace(string? Path, string Pointer)
{
    public OverlayPlace Member(string name) => this with { Pointer = DocumentPointer.Append(Pointer, name) };

    public OverlayPlace Item(int index) => Member(index.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
