using System.Text.Json;

namespace UploadGen.Generator.Harness;

/// <summary>The operations of a document, counted in its JSON and by no one else's reading of it.</summary>
public static class JsonOperations
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
    };

    public static IReadOnlyList<(string Method, string Path)> Of(JsonElement root)
    {
        if (!root.TryGetProperty("paths", out var paths))
        {
            return [];
        }

        return
        [
            .. from path in paths.EnumerateObject()
               where path.Name.StartsWith('/')
               from method in MethodsOf(Resolved(root, path.Value))
               select (method, path.Name),
        ];
    }

    private static IEnumerable<string> MethodsOf(JsonElement pathItem)
    {
        foreach (var member in pathItem.EnumerateObject())
        {
            if (Methods.Contains(member.Name))
            {
                yield return member.Name.ToUpperInvariant();
            }
            else if (member.Name == "additionalOperations")
            {
                foreach (var additional in member.Value.EnumerateObject())
                {
                    yield return additional.Name;
                }
            }
        }
    }

    /// <summary>A path item may be a reference to one that stands elsewhere.</summary>
    private static JsonElement Resolved(JsonElement root, JsonElement pathItem)
        => pathItem.TryGetProperty("$ref", out var reference)
            ? reference.GetString()!.Split('/').Skip(1).Aggregate(root, (at, segment) => at.GetProperty(Unescaped(segment)))
            : pathItem;

    private static string Unescaped(string segment)
        => Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
