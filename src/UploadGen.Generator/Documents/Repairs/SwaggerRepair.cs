using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Keeps what Microsoft.OpenApi loses of Swagger 2.0: a list's items are joined by commas unless its <c>collectionFormat</c> says otherwise; the fields of a
/// form may be references; and a shared body has the media types of the operations that send it. Forms and answers are mended by <see cref="SwaggerForms"/> and
/// <see cref="SwaggerAnswers"/>.
/// </summary>
internal static class SwaggerRepair
{
    /// <summary>Marks a parameter whose items are joined by commas.</summary>
    public const string CommaExtension = "x-comma-separated";

    /// <summary>Marks a parameter, or the encoding of a field, whose items are joined by tabs.</summary>
    public const string TabExtension = "x-tab-separated";

    private const string SharedParameter = "#/parameters/";

    public static void Mend(JsonObject root)
    {
        if (!root.ContainsKey("swagger"))
        {
            return;
        }

        var paths = (root["paths"] as JsonObject ?? []).Select(path => path.Value).OfType<JsonObject>().ToList();
        var operations = paths.SelectMany(path => path.Select(operation => operation.Value)).OfType<JsonObject>().ToList();
        var lists = paths.Concat(operations).Select(owner => owner["parameters"]).OfType<JsonArray>().ToList();
        var shared = root["parameters"] as JsonObject ?? [];
        lists.ForEach(list => PutInPlace(list, shared));
        MoveToEnd(root, "paths");
        foreach (var operation in operations)
        {
            SwaggerForms.Mend(operation, root["consumes"] as JsonArray);
            SwaggerAnswers.Mend(operation["responses"]);
        }

        SwaggerAnswers.Mend(root["responses"]);
        var all = lists.SelectMany(list => list).Concat(shared.Select(parameter => parameter.Value)).OfType<JsonObject>();
        foreach (var parameter in all.Where(parameter => Text(parameter["type"]) == "array"))
        {
            if (Text(parameter["collectionFormat"]) is null or "csv")
            {
                parameter[CommaExtension] = true;
            }
            else if (Text(parameter["collectionFormat"]) == "tsv")
            {
                // The reader knows no such format.
                parameter[TabExtension] = true;
                parameter.Remove("collectionFormat");
            }
        }
    }

    private static void PutInPlace(JsonArray list, JsonObject shared)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject parameter
                && Text(parameter["$ref"]) is { } reference
                && reference.StartsWith(SharedParameter, StringComparison.Ordinal)
                && shared[DocumentPointer.Unescape(reference.Substring(SharedParameter.Length))] is JsonObject target
                && IsPutInPlace(target))
            {
                list[i] = target.DeepClone();
            }
        }
    }

    /// <summary>A body that has a schema of its own remains one, so that it is one type.</summary>
    private static bool IsPutInPlace(JsonObject parameter)
        => Text(parameter["in"]) is var place && (place == "formData" || (place == "body" && (parameter["schema"] as JsonObject)?.ContainsKey("$ref") == true));

    /// <summary>What is read after the paths, a shared body for one, gets the media types of the last operation.</summary>
    private static void MoveToEnd(JsonObject root, string name)
    {
        if (root.TryGetPropertyValue(name, out var value))
        {
            root.Remove(name);
            root[name] = value;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
