using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Takes out what has to be an object and isn't: a parameter, a media type, a server. Microsoft.OpenApi makes null of such a part. In YAML, a name
/// without anything below it is one.
/// </summary>
/// <remarks>It looks where OpenAPI has parts and nowhere else: examples and extensions hold whatever their author likes.</remarks>
internal sealed class NonObjectRepair(ICollection<SpecProblem> problems)
{
    public void Mend(JsonObject root) => Mend(root, PartKind.Document, "");

    private void Mend(JsonObject parent, PartKind kind, string pointer)
    {
        foreach (var part in DocumentParts.Of(kind).Where(IsObject))
        {
            var place = pointer + "/" + part.Member;
            switch (parent[part.Member])
            {
                case JsonObject itself when part.Holding == PartHolding.Itself:
                    Mend(itself, part.Kind, place);
                    break;
                case JsonObject members:
                    MendMembers(members, part, place);
                    break;
                case JsonArray items:
                    MendItems(items, part, place);
                    break;
            }
        }
    }

    /// <summary>A schema may be a boolean, and nobody reads the examples of a value.</summary>
    private static bool IsObject(DocumentPart part)
        => part.Kind != PartKind.Schema && (part.Kind != PartKind.Example || part.Holding == PartHolding.Objects);

    private void MendMembers(JsonObject members, DocumentPart part, string pointer)
    {
        foreach (var member in members.ToList())
        {
            var place = DocumentPointer.Append(pointer, member.Key);
            if (member.Value is JsonObject found)
            {
                Mend(found, part.Kind, place);
            }
            else if (part.Holding == PartHolding.Objects)
            {
                members.Remove(member.Key);
                Report(place);
            }
        }
    }

    /// <summary>From the last to the first, so that the places before still hold.</summary>
    private void MendItems(JsonArray items, DocumentPart part, string pointer)
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var place = pointer + "/" + i.ToString(CultureInfo.InvariantCulture);
            if (items[i] is JsonObject found)
            {
                Mend(found, part.Kind, place);
            }
            else
            {
                items.RemoveAt(i);
                Report(place);
            }
        }
    }

    private void Report(string pointer) => problems.Add(SpecProblem.At(pointer, SpecProblemKind.NotSupported, "this part is no object", "Nothing"));
}
