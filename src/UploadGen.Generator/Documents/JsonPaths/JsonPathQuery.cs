namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>A path in a filter.</summary>
/// <param name="IsRelative">Whether it begins at the place that the filter asks about, and not at the root.</param>
internal sealed record JsonPathQuery(bool IsRelative, JsonPath Path)
{
    public IEnumerable<JsonPlace> Select(JsonPlace place, JsonPlace root) => Path.Select(IsRelative ? place : root, root);
}
