using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Finds the parts of a damaged document that Microsoft.OpenApi throws on, and takes them out, so that one bad part doesn't
/// cost the rest. Each path, schema and other component is read alone; in one that can't be, the culprit is looked for.
/// </summary>
internal sealed class SpecIsolation(
    JsonObject root, Func<JsonNode, OpenApiDocument?> read, ICollection<SpecProblem> problems, CancellationToken cancellationToken)
{
    /// <summary>A document so broken that the search goes on and on loses whole parts instead.</summary>
    private const int MaxAttempts = 2000;

    private int _attempts;

    public void RemoveUnreadable()
    {
        RemoveFrom("/paths", root["paths"] as JsonObject, unit => new JsonObject { ["paths"] = unit });
        RemoveFrom("/webhooks", root["webhooks"] as JsonObject, unit => new JsonObject { ["webhooks"] = unit });
        foreach (var kind in (root["components"] as JsonObject ?? []).ToList())
        {
            RemoveFrom(
                DocumentPointer.Append("/components", kind.Key),
                kind.Value as JsonObject,
                unit => new JsonObject { ["components"] = new JsonObject { [kind.Key] = unit } });
        }

        foreach (var name in new[] { "tags", "servers", "security", "externalDocs", "info" })
        {
            RemoveAlone(name);
        }
    }

    private void RemoveFrom(string pointer, JsonObject? container, Func<JsonObject, JsonObject> wrap)
    {
        foreach (var unit in (container ?? []).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool CanRead(JsonNode? candidate) => Reads(wrap(new JsonObject { [unit.Key] = candidate }));
            if (!CanRead(unit.Value?.DeepClone()))
            {
                var place = DocumentPointer.Append(pointer, unit.Key);
                if (!RemoveCulprit(unit.Value, place, CanRead))
                {
                    container!.Remove(unit.Key);
                    Report(place);
                }
            }
        }
    }

    private void RemoveAlone(string name)
    {
        if (root[name] is { } value && !Reads(new JsonObject { [name] = value.DeepClone() }))
        {
            root.Remove(name);
            Report("/" + name);
        }
    }

    /// <summary>Takes the smallest single part out of a unit that makes it readable.</summary>
    private bool RemoveCulprit(JsonNode? unit, string pointer, Func<JsonNode?, bool> canRead)
    {
        var way = new List<string>();
        while (Children(At(unit, way)).FirstOrDefault(child => _attempts < MaxAttempts && canRead(Without(unit, [.. way, child]))) is { } culprit)
        {
            way.Add(culprit);
        }

        if (way.Count == 0)
        {
            return false;
        }

        Remove(unit, way);
        Report(way.Aggregate(pointer, DocumentPointer.Append));
        return true;
    }

    private bool Reads(JsonObject part)
    {
        _attempts++;
        foreach (var name in new[] { "openapi", "swagger", "info" })
        {
            if (!part.ContainsKey(name) && root[name] is { } value)
            {
                part[name] = name == "info" ? new JsonObject { ["title"] = "", ["version"] = "" } : value.DeepClone();
            }
        }

        try
        {
            return read(part) is not null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }

    private void Report(string pointer)
        => problems.Add(SpecProblem.At(pointer, SpecProblemKind.NotSupported, "this part can't be read", "Nothing"));

    private static List<string> Children(JsonNode? node) => node switch
    {
        JsonObject members => [.. members.Select(member => member.Key)],
        JsonArray items => [.. Enumerable.Range(0, items.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))],
        _ => [],
    };

    private static JsonNode? At(JsonNode? node, IEnumerable<string> way)
        => way.Aggregate(node, (at, step) => at is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)] : at![step]);

    private static JsonNode? Without(JsonNode? unit, IReadOnlyList<string> way)
    {
        var copy = unit?.DeepClone();
        Remove(copy, way);
        return copy;
    }

    private static void Remove(JsonNode? unit, IReadOnlyList<string> way)
    {
        var last = way[way.Count - 1];
        switch (At(unit, way.Take(way.Count - 1)))
        {
            case JsonObject parent:
                parent.Remove(last);
                break;
            case JsonArray items:
                // Items are known by their position, so the place is kept.
                items[int.Parse(last, CultureInfo.InvariantCulture)] = new JsonObject();
                break;
        }
    }
}
