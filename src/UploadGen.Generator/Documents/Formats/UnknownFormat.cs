using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Formats;

/// <summary>The format of a file whose name is of no format's, although the project calls it a document: it can't be read, and says why.</summary>
internal sealed class UnknownFormat : DocumentFormat
{
    private static readonly string Known = string.Join(", ", DocumentFormats.All.SelectMany(format => format.Extensions));

    private static TextFault Fault => new(0, 0, $"its format is told by the ending of its name, which is none of {Known}", "rename it");

    public override IReadOnlyList<string> Extensions => [];

    /// <summary>They are full of texts of other formats.</summary>
    public override bool IsOfTemplates => true;

    public override TextFault? ReadRoot(string text, IReadOnlyCollection<string> names, Func<RootMember, bool> visit) => Fault;

    public override JsonObject Parse(string text, ICollection<DuplicateName> duplicates) => throw new DocumentFormatException(Fault);

    public override IEnumerable<string> FindTexts(string text, string name) => [];

    /// <summary>Each is where the text begins: nothing else of it is known.</summary>
    public override IReadOnlyDictionary<string, TextRange> Locate(string text, IReadOnlyCollection<string> pointers)
        => pointers.Distinct(StringComparer.Ordinal).ToDictionary(pointer => pointer, _ => new TextRange(0, Math.Min(1, text.Length)), StringComparer.Ordinal);
}
