using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;

namespace UploadGen.Generator.Documents.References;

/// <summary>A <c>$ref</c> that stands in for a part of a document.</summary>
/// <param name="Holder">The object that has it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Kind">What has to be where it leads.</param>
/// <param name="Resource">The outermost schema that it stands in, or the innermost with an <c>$id</c>; null for one that stands in none.</param>
internal sealed record PartReference(JsonObject Holder, string Text, PartKind Kind, JsonObject? Resource)
{
    public const string Keyword = "$ref";

    public bool IsLocal => Text.StartsWith("#", StringComparison.Ordinal);

    /// <summary>
    /// The reference that an object is, if it is one. White space around a URI is none of it (RFC 3986, appendix C), and text that YAML folds ends in a
    /// line break.
    /// </summary>
    public static string? TextOf(JsonObject part) => part[Keyword] is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : null;

    /// <summary>The file that a reference names: it is a URI, in which a space is written <c>%20</c>. Nothing for a place in the same file.</summary>
    public static string FileOf(string reference) => Uri.UnescapeDataString(reference.Split('#')[0]).Trim();

    /// <summary>The references of a part of a document and of the parts below it. They are without white space from then on.</summary>
    public static IReadOnlyList<PartReference> FindAll(JsonObject part, PartKind kind)
    {
        var found = new List<PartReference>();
        Find(part, kind, null, found);
        return found;
    }

    private static void Find(JsonObject part, PartKind kind, JsonObject? schema, List<PartReference> found)
    {
        var resource = kind != PartKind.Schema ? null : schema is null || part.ContainsKey("$id") ? part : schema;
        if (kind is not (PartKind.Document or PartKind.Components or PartKind.Other) && TextOf(part) is { } text)
        {
            part[Keyword] = text;
            found.Add(new PartReference(part, text, kind, resource));
        }

        foreach (var member in part)
        {
            if (DocumentParts.Find(kind, member.Key) is { } holder && holder.Kind != PartKind.Other)
            {
                foreach (var inner in holder.In(member.Value))
                {
                    Find(inner, holder.Kind, resource, found);
                }
            }
        }
    }
}
