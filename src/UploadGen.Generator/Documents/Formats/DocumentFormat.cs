using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Formats;

/// <summary>
/// A text format that documents, overlays and the files they refer to are written in. All of them become JSON nodes, so that nothing behind
/// this class knows which one it was.
/// </summary>
internal abstract class DocumentFormat
{
    /// <summary>Objects and lists nested deeper are refused: Microsoft.OpenApi reads recursively, and no API is described that deep.</summary>
    public const int MaxDepth = 256;

    /// <summary>The endings of file names, with their dot and in lower case.</summary>
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether projects are full of texts that are only made into this format by something else: those can't be read, and nothing is wrong.</summary>
    public virtual bool IsOfTemplates => false;

    /// <summary>Reads members of the root object in their order, until the visitor has seen enough. The rest of the text isn't looked at.</summary>
    /// <param name="text">Any text: the file may be something else altogether.</param>
    /// <param name="names">The members that matter. A text in which none of these words stands need not be read.</param>
    /// <param name="visit">Is given each member that matters; false ends the reading.</param>
    /// <returns>Where and why the text can't be read, if that shows before the reading ends.</returns>
    public abstract TextFault? ReadRoot(string text, IReadOnlyCollection<string> names, Func<RootMember, bool> visit);

    /// <summary>A whole text as nodes that can be changed. Of members with one name the last counts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duplicates">Is given the names that stand twice in an object.</param>
    /// <exception cref="DocumentFormatException">The text can't be read, or its root is no object.</exception>
    public abstract JsonObject Parse(string text, ICollection<DuplicateName> duplicates);

    /// <summary>The values of all members with a name, wherever they stand, that are strings; those up to the fault of a text that can't be read.</summary>
    public abstract IEnumerable<string> FindTexts(string text, string name);

    /// <summary>The characters of the value at each JSON pointer, or of the deepest part of the way there that exists.</summary>
    /// <remarks>An object or list is represented by the name it has in its parent.</remarks>
    public abstract IReadOnlyDictionary<string, TextRange> Locate(string text, IReadOnlyCollection<string> pointers);
}
