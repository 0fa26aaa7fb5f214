using System.Text.Json.Nodes;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Where the parts of a document are written that its overlays put there: in an overlay, or in another part of the document that was copied.</summary>
internal sealed class OverlayPlaces
{
    private readonly Dictionary<JsonNode, OverlayPlace> _added = [];
    private Dictionary<string, OverlayPlace> _byPointer = [];

    /// <summary>A copy of a part, for the document. Parts below it that are written elsewhere stay so.</summary>
    /// <param name="written">Where the part is written, as far as that isn't known.</param>
    public JsonNode? Copy(JsonNode? part, OverlayPlace written)
    {
        var copy = part?.DeepClone();
        if (part is not null)
        {
            _added[copy!] = OwnOf(part) ?? written;
            AddBelow(part, copy!);
        }

        return copy;
    }

    /// <summary>Where a part is written, if that isn't where what it stands in is.</summary>
    public OverlayPlace? OwnOf(JsonNode part) => _added.TryGetValue(part, out var place) ? place : null;

    /// <summary>Where a part of the document is written while overlays are applied.</summary>
    public OverlayPlace Of(JsonNode? part)
    {
        for (var at = part; at is not null; at = at.Parent)
        {
            if (_added.TryGetValue(at, out var place))
            {
                return place with { Pointer = place.Pointer + DocumentPointer.Of(part!).Substring(DocumentPointer.Of(at).Length) };
            }
        }

        return new OverlayPlace(null, part is null ? "" : DocumentPointer.Of(part));
    }

    private void AddBelow(JsonNode part, JsonNode copy)
    {
        IEnumerable<(JsonNode? Part, JsonNode? Copy)> children = (part, copy) switch
        {
            (JsonObject members, JsonObject copies) => members.Zip(copies, (member, other) => (member.Value, other.Value)),
            (JsonArray items, JsonArray copies) => items.Zip(copies, (item, other) => (item, other)),
            _ => [],
        };
        foreach (var (inner, innerCopy) in children.Where(child => child.Part is not null))
        {
            if (OwnOf(inner!) is { } place)
            {
                _added[innerCopy!] = place;
            }

            AddBelow(inner!, innerCopy!);
        }
    }

    /// <summary>Ends the applying of overlays: what the document's pointers are from now on.</summary>
    public void Fix(JsonObject document)
    {
        _byPointer = _added.Where(added => added.Key.Root == document)
            .ToDictionary(added => DocumentPointer.Of(added.Key), added => added.Value, StringComparer.Ordinal);
        _added.Clear();
    }

    /// <summary>A problem at its place, and the file that it is in unless that is the document. A bug of ours stays with the document.</summary>
    public (string? Path, SpecProblem Problem) Find(SpecProblem problem)
    {
        if (_byPointer.Count > 0 && problem.Line is null && problem.Kind is not (SpecProblemKind.InternalError or SpecProblemKind.InternalErrorInPart))
        {
            for (var end = problem.Pointer.Length; end > 0; end = problem.Pointer.LastIndexOf('/', end - 1))
            {
                if (_byPointer.TryGetValue(problem.Pointer.Substring(0, end), out var place))
                {
                    return (place.Path, problem with { Pointer = place.Pointer + problem.Pointer.Substring(end) });
                }
            }
        }

        return (null, problem);
    }
}
