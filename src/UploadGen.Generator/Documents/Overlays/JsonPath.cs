using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>
/// A JSONPath (RFC 9535) as overlays use it: names, indices, wildcards, lists of them, descendants, and filters that ask for a member
/// or compare it with a value. No slices, no functions.
/// </summary>
internal sealed class JsonPath
{
    private readonly IReadOnlyList<JsonPathSegment> _segments;

    private JsonPath(IReadOnlyList<JsonPathSegment> segments) => _segments = segments;

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">It is none, or one with more than is understood.</exception>
    public static JsonPath Parse(string text) => new(new JsonPathReader(text).Read());

    /// <summary>The places a path selects, each once, in the document's order.</summary>
    public IReadOnlyList<JsonPlace> Select(JsonObject root)
    {
        IReadOnlyList<JsonPlace> places = [JsonPlace.Root(root)];
        foreach (var segment in _segments)
        {
            var from = segment.IsDescendant ? WithDescendants(places) : places;
            places = from.SelectMany(place => segment.Selectors.SelectMany(selector => selector(place))).Distinct().ToList();
        }

        return places;
    }

    /// <summary>Every place is visited once, however often a path asks for all that lies below.</summary>
    private static List<JsonPlace> WithDescendants(IEnumerable<JsonPlace> places)
    {
        var seen = new HashSet<JsonPlace>();
        var found = new List<JsonPlace>();
        var open = new Stack<JsonPlace>(places.Reverse());
        while (open.Count > 0)
        {
            var place = open.Pop();
            if (seen.Add(place))
            {
                found.Add(place);
                foreach (var child in place.Children.Reverse())
                {
                    open.Push(child);
                }
            }
        }

        return found;
    }
}

/// <summary>A step of a path.</summary>
/// <param name="IsDescendant">Whether it starts from everything below too.</param>
/// <param name="Selectors">What it selects from a place.</param>
internal sealed record JsonPathSegment(bool IsDescendant, IReadOnlyList<Func<JsonPlace, IEnumerable<JsonPlace>>> Selectors);
