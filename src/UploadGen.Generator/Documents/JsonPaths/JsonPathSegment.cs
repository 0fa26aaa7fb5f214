namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>A step of a path.</summary>
/// <param name="IsDescendant">Whether it starts from everything below too.</param>
/// <param name="Selectors">What it selects from a place.</param>
internal sealed record JsonPathSegment(bool IsDescendant, IReadOnlyList<JsonPathSelector> Selectors)
{
    public bool IsSingular => !IsDescendant && Selectors.Count == 1 && Selectors[0].IsSingular;

    public IEnumerable<JsonPlace> Select(IEnumerable<JsonPlace> places, JsonPlace root)
    {
        var from = IsDescendant ? WithDescendants(places) : places;
        return from.SelectMany(place => Selectors.SelectMany(selector => selector.Select(place, root)));
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
