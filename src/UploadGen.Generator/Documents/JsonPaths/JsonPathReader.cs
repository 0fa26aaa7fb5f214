namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>Reads the segments of a <see cref="JsonPath"/>, up to what is none.</summary>
internal sealed class JsonPathReader(JsonPathText text)
{
    public JsonPath Read()
    {
        var segments = new List<JsonPathSegment>();
        while (text.SkipSpacesBefore(c => c is '.' or '['))
        {
            segments.Add(Segment());
        }

        return new JsonPath(segments);
    }

    private JsonPathSegment Segment()
    {
        var isDescendant = text.Take("..");
        if (text.Take('['))
        {
            return new JsonPathSegment(isDescendant, Bracketed());
        }

        if (!isDescendant)
        {
            text.Expect('.');
        }

        return new JsonPathSegment(isDescendant, [text.Take('*') ? new JsonPathWildcard() : new JsonPathName(text.Name())]);
    }

    /// <summary>What stands between brackets, up to the closing one.</summary>
    private List<JsonPathSelector> Bracketed()
    {
        var selectors = new List<JsonPathSelector>();
        do
        {
            text.SkipSpaces();
            selectors.Add(Selector());
            text.SkipSpaces();
        }
        while (text.Take(','));
        text.Expect(']');
        return selectors;
    }

    private JsonPathSelector Selector()
    {
        if (text.Take('*'))
        {
            return new JsonPathWildcard();
        }

        if (text.Take('?'))
        {
            return new JsonPathFilter(new JsonPathFilterReader(text).Read());
        }

        return text.Next is '\'' or '"' ? new JsonPathName(text.Quoted()) : IndexOrSlice();
    }

    private JsonPathSelector IndexOrSlice()
    {
        long? start = text.Next == ':' ? null : text.Integer();
        if (!text.SkipSpacesBefore(c => c == ':'))
        {
            return new JsonPathIndex(start ?? throw text.Unexpected());
        }

        text.Expect(':');
        var end = Bound();
        return text.SkipSpacesBefore(c => c == ':') && text.Take(':')
            ? new JsonPathSlice(start, end, Bound() ?? 1)
            : new JsonPathSlice(start, end, 1);
    }

    private long? Bound() => text.SkipSpacesBefore(c => c is '-' or (>= '0' and <= '9')) ? text.Integer() : null;
}
