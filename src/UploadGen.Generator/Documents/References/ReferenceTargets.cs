using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;

namespace UploadGen.Generator.Documents.References;

/// <summary>Follows the references of a document that lead to places in it.</summary>
internal sealed class ReferenceTargets(JsonObject root)
{
    /// <summary>Whoever leads through more references is in a circle.</summary>
    private const int MaxFollowed = 100;

    private int _followed;

    /// <summary>What a reference leads to in the end, or null.</summary>
    public ReferenceTarget? Find(PartReference reference)
    {
        _followed = 0;
        return Find(reference.Text) ?? (reference.Resource is { } resource ? FindIn(resource, reference.Text) : null);
    }

    /// <summary>
    /// In a schema with an <c>$id</c>, and in one that was pasted into a document, pointers begin at the schema (JSON Schema 2020-12, section 9.2.1).
    /// </summary>
    private ReferenceTarget? FindIn(JsonObject resource, string text)
        => Follow(new Way(resource, DocumentPointer.Of(resource), PartKind.Schema, null), text);

    private ReferenceTarget? Find(string text) => Follow(new Way(root, "", PartKind.Document, null), text);

    /// <summary>A pointer in a fragment may be percent-encoded (RFC 6901, section 6); documents have some that aren't.</summary>
    private ReferenceTarget? Follow(Way start, string text)
    {
        if (_followed++ > MaxFollowed || !text.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        var plain = text.Substring(1);
        var decoded = Uri.UnescapeDataString(plain);
        return Walk(start, decoded) ?? (decoded == plain ? null : Walk(start, plain));
    }

    private ReferenceTarget? Walk(Way start, string pointer)
    {
        var way = start;
        foreach (var segment in DocumentPointer.Segments(pointer))
        {
            way = Step(way, segment);
            if (way is null)
            {
                return null;
            }
        }

        // A map or list of parts is no part.
        return way.Holder is not null ? null
            : OnlyReference(way.Node) is { } text ? Find(text)
            : new ReferenceTarget(way.Node, way.Pointer, way.Kind);
    }

    private Way? Step(Way way, string segment)
    {
        if (DocumentPointer.Child(way.Node, segment) is not { } child)
        {
            return way.Node is JsonObject part && way.Holder is null && PartReference.TextOf(part) is { } text && Find(text) is { } target
                ? Step(new Way(target.Node, target.Pointer, target.Kind, null), segment)
                : null;
        }

        var pointer = DocumentPointer.Append(way.Pointer, segment);
        if (way.Holder is not null)
        {
            return new Way(child, pointer, way.Holder.Kind, null);
        }

        var holder = way.Kind is { } kind ? DocumentParts.Find(kind, segment) : null;
        return holder is null ? new Way(child, pointer, null, null)
            : holder.Holding == PartHolding.Itself && child is not JsonArray ? new Way(child, pointer, holder.Kind, null)
            : new Way(child, pointer, null, holder);
    }

    /// <summary>The text of an object that is a reference within the document and says nothing else.</summary>
    private static string? OnlyReference(JsonNode node)
        => node is JsonObject { Count: 1 } part && PartReference.TextOf(part) is { } text && text.StartsWith("#", StringComparison.Ordinal) ? text : null;

    /// <summary>How far a pointer was followed.</summary>
    /// <param name="Node">What stands there.</param>
    /// <param name="Pointer">Its pointer.</param>
    /// <param name="Kind">What it is, if it is a part.</param>
    /// <param name="Holder">What it holds, if it is a map or list of parts.</param>
    private sealed record Way(JsonNode Node, string Pointer, PartKind? Kind, DocumentPart? Holder);
}
