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
    public void Mend(JsonObject root)
    {
        foreach (var kind in (root["components"] as JsonObject ?? []).Where(kind => kind.Key != "schemas").ToList())
        {
            RemoveOthers(kind.Value as JsonObject, DocumentPointer.Append("/components", kind.Key));
        }

        Visit(root, "");
    }

    private void Visit(JsonNode? node, string pointer)
    {
        switch (node)
        {
            case JsonObject members:
                if (!IsSchemaProperties(pointer))
                {
                    RemoveOthers(members["content"] as JsonObject, pointer + "/content");
                }

                RemoveOthers(members["parameters"] as JsonArray, pointer + "/parameters");
                foreach (var member in members)
                {
                    Visit(member.Value, DocumentPointer.Append(pointer, member.Key));
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Visit(items[i], $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}");
                }

                break;
        }
    }

    /// <summary>Where <c>content</c> is a property that an author named so.</summary>
    private static bool IsSchemaProperties(string pointer) => pointer.EndsWith("/properties", StringComparison.Ordinal);

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
