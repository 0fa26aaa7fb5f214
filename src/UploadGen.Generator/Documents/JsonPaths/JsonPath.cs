using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>A JSONPath (RFC 9535).</summary>
internal sealed class JsonPath(IReadOnlyList<JsonPathSegment> segments)
{
    /// <summary>Whether it selects one place at most, whatever the document.</summary>
    public bool IsSingular => segments.All(segment => segment.IsSingular);

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static JsonPath Parse(string text)
    {
        var reading = new JsonPathText(text);
        reading.Expect('$');
        var path = new JsonPathReader(reading).Read();
        return reading.IsAtEnd ? path : throw reading.Unexpected();
    }

    /// <summary>The places a path selects, each once, in the document's order.</summary>
    public IReadOnlyList<JsonPlace> Select(JsonObject root) => Select(JsonPlace.Root(root), JsonPlace.Root(root)).Distinct().ToList();

    /// <summary>The places a path selects. A selector that stands twice selects twice.</summary>
    /// <param name="start">Where the path begins: the root, or the place that a filter asks about.</param>
    /// <param name="root">The root.</param>
    public IEnumerable<JsonPlace> Select(JsonPlace start, JsonPlace root)
    {
        IEnumerable<JsonPlace> places = [start];
        foreach (var segment in segments)
        {
            // Without it, a path that asks again and again for all places would ask for each of them more often with every step.
            places = segment.Select(places.Distinct(), root).ToList();
        }

        return places;
    }
}
