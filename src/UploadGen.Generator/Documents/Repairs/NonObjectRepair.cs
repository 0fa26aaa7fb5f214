using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Takes out what has to be an object and isn't: a component, a parameter, a media type. Microsoft.OpenApi makes null of such a part. In YAML, a
/// name without anything below it is one.
/// </summary>
internal sealed class NonObjectRepair(ICollection<SpecProblem> problems)
{
    /// <summary>Looks where parts stand and nowhere else: examples hold whatever their author likes.</summary>
    public void Mend(JsonObject root)
    {
        foreach (var kind in (root["components"] as JsonObject ?? []).Where(kind => kind.Key != "schemas").ToList())
        {
            var pointer = DocumentPointer.Append("/components", kind.Key);
            RemoveOthers(kind.Value as JsonObject, pointer);
            MendContents(kind.Value as JsonObject, pointer);
        }

        foreach (var paths in new[] { "paths", "webhooks" })
        {
            foreach (var (path, pointer) in Objects(root[paths], "/" + paths))
            {
                MendOperation(path, pointer);
                foreach (var (operation, place) in Objects(path, pointer))
                {
                    MendOperation(operation, place);
                }
            }
        }
    }

    private void MendOperation(JsonObject operation, string pointer)
    {
        var parameters = operation["parameters"] as JsonArray;
        RemoveOthers(parameters, pointer + "/parameters");
        for (var i = 0; i < (parameters?.Count ?? 0); i++)
        {
            var place = $"{pointer}/parameters/{i.ToString(CultureInfo.InvariantCulture)}/content";
            RemoveOthers((parameters![i] as JsonObject)?["content"] as JsonObject, place);
        }

        RemoveOthers((operation["requestBody"] as JsonObject)?["content"] as JsonObject, pointer + "/requestBody/content");
        MendContents(operation["responses"] as JsonObject, pointer + "/responses");
    }

    private void MendContents(JsonObject? parts, string pointer)
    {
        foreach (var (part, place) in Objects(parts, pointer))
        {
            RemoveOthers(part["content"] as JsonObject, place + "/content");
        }
    }

    private static List<(JsonObject Part, string Pointer)> Objects(JsonNode? parent, string pointer)
        => (parent as JsonObject ?? [])
            .Where(member => member.Value is JsonObject)
            .Select(member => ((JsonObject)member.Value!, DocumentPointer.Append(pointer, member.Key)))
            .ToList();

    private void RemoveOthers(JsonObject? members, string pointer)
    {
        foreach (var name in (members ?? []).Where(member => member.Value is not JsonObject).Select(member => member.Key).ToList())
        {
            members!.Remove(name);
            Report(DocumentPointer.Append(pointer, name));
        }
    }

    private void RemoveOthers(JsonArray? items, string pointer)
    {
        for (var i = (items?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (items![i] is not JsonObject)
            {
                items.RemoveAt(i);
                Report(pointer + "/" + i.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private void Report(string pointer)
        => problems.Add(SpecProblem.At(pointer, SpecProblemKind.NotSupported, "this part is no object", "Nothing"));
}
