using System.Globalization;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Reads multipart bodies whose parts have places in place of names (OpenAPI 3.2, section 4.14.5) as forms, which have both. The parts are those of a list:
/// <c>prefixItems</c>, and any number of <c>items</c> behind them.
/// </summary>
internal sealed class PositionalPartsRepair(WrittenPlaces written)
{
    /// <summary>The extension of a media type whose parts have no names.</summary>
    public const string Extension = "x-positional-parts";

    private const string Rest = "items";

    private JsonObject _root = [];

    public void Mend(JsonObject root)
    {
        _root = root;
        Each((root["components"] as JsonObject)?["requestBodies"], "/components/requestBodies", MendBody);
        Each(root["paths"], "/paths", (path, pointer) =>
        {
            Each(path, pointer, MendOperation);
            Each(path["additionalOperations"], pointer + "/additionalOperations", MendOperation);
        });
    }

    private void MendOperation(JsonObject operation, string pointer)
    {
        if (operation["requestBody"] is JsonObject body)
        {
            MendBody(body, pointer + "/requestBody");
        }
    }

    private void MendBody(JsonObject body, string pointer)
        => Each(body["content"], pointer + "/content", (media, place) =>
        {
            var mediaType = DocumentPointer.Last(place);
            if (mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                && !mediaType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            {
                MendParts(media, place);
            }
        });

    private void MendParts(JsonObject media, string pointer)
    {
        var list = Target(media["schema"]);
        var first = (list?["prefixItems"] as JsonArray ?? []).ToList();
        var rest = media["itemSchema"] ?? (list?["items"] is JsonObject item ? item : null);
        if ((first.Count == 0 && rest is null) || (list?["type"] is JsonValue type && type.ToString() != "array"))
        {
            return;
        }

        var (properties, encoding) = (new JsonObject(), new JsonObject());
        var encodings = media["prefixEncoding"] as JsonArray ?? [];
        for (var i = 0; i < first.Count; i++)
        {
            Add(Name(first[i], i, properties), first[i], i < encodings.Count ? encodings[i] : null);
        }

        var required = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]);
        if (rest is not null)
        {
            Add(Rest, new JsonObject { ["type"] = "array", ["items"] = rest.DeepClone() }, media["itemEncoding"]);
        }

        foreach (var said in new[] { "itemSchema", "prefixEncoding", "itemEncoding" })
        {
            media.Remove(said);
        }

        media["schema"] = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required };
        media["encoding"] = encoding;
        media[Extension] = true;
        NotePlaces(pointer, [.. properties.Select(property => property.Key)]);

        void Add(string name, JsonNode? schema, JsonNode? how)
        {
            properties[name] = schema?.DeepClone() ?? new JsonObject();
            if (how is not null)
            {
                encoding[name] = how.DeepClone();
            }
        }
    }

    private void NotePlaces(string pointer, IReadOnlyList<string> names)
    {
        written.Rename(pointer + "/schema/properties", "prefixItems");
        written.Rename(pointer + "/encoding", "prefixEncoding");
        for (var i = 0; i < names.Count; i++)
        {
            var place = i.ToString(CultureInfo.InvariantCulture);
            written.Rename(DocumentPointer.Append(pointer + "/schema/properties", names[i]), place);
            written.Rename(DocumentPointer.Append(pointer + "/encoding", names[i]), place);
        }
    }

    /// <summary>What a part is called: by the title of its schema, by the component that it is, or by its place.</summary>
    private static string Name(JsonNode? schema, int index, JsonObject taken)
    {
        var own = schema as JsonObject;
        var said = own?["title"]?.ToString()
            ?? (own?["$ref"] is JsonValue reference ? DocumentPointer.Last(reference.ToString()) : null);
        var place = "part" + (index + 1).ToString(CultureInfo.InvariantCulture);
        return said is { Length: > 0 } && said != Rest && !taken.ContainsKey(said) ? said : place;
    }

    private JsonObject? Target(JsonNode? schema)
        => schema is JsonObject { } own && own["$ref"] is JsonValue reference && reference.ToString() is { Length: > 1 } text && text[0] == '#'
            ? DocumentPointer.Find(_root, text.Substring(1)) as JsonObject
            : schema as JsonObject;

    private static void Each(JsonNode? parent, string pointer, Action<JsonObject, string> step)
    {
        foreach (var member in (parent as JsonObject ?? []).ToList())
        {
            if (member.Value is JsonObject found)
            {
                step(found, DocumentPointer.Append(pointer, member.Key));
            }
        }
    }
}
