namespace UploadGen.Generator.Documents.JsonPaths;

/// <summary>Selects some of the members or items of what stands at a place.</summary>
internal abstract record JsonPathSelector
{
    /// <summary>Whether it selects one place at most.</summary>
    public virtual bool IsSingular => false;

    public abstract IEnumerable<JsonPlace> Select(JsonPlace place, JsonPlace root);
}

/// <summary><c>*</c>.</summary>
internal sealed record JsonPathWildcard : JsonPathSelector
{
    public override IEnumerable<JsonPlace> Select(JsonPlace place, JsonPlace root) => place.Children;
}

/// <summary><c>'name'</c>.</summary>
internal sealed record JsonPathName(string Name) : JsonPathSelector
{
    public override bool IsSingular => true;

    public override IEnumerable<JsonPlace> Select(JsonPlace place, JsonPlace root) => place.Member(Name) is { } member ? [member] : [];
}

/// <summary><c>0</c>, or <c>-1</c> for the last.</summary>
internal sealed record JsonPathIndex(long Index) : JsonPathSelector
{
    public override bool IsSingular => true;

    public override IEnumerable<JsonPlace> Select(JsonPlace place, JsonPlace root) => place.Item(Index) is { } item ? [item] : [];
}

/// <summary><c>1:5:2</c> (RFC 9535, section 2.3.4.2.2).</summary>
internal sealed record JsonPathSlice(long? Start, long? End, long Step) : JsonPathSelector
{
    public override IEnumerable<JsonPlace> Select(JsonPlace place, JsonPlace root)
    {
        long count = place.ItemCount;
        return Step switch
        {
            0 => [],
            > 0 => Indexes(Bound(Start ?? 0, count, 0, count), Bound(End ?? count, count, 0, count)).Select(index => place.Item(index)!),
            _ => Indexes(Bound(Start ?? count - 1, count, -1, count - 1), Bound(End ?? -count - 1, count, -1, count - 1)).Select(index => place.Item(index)!),
        };
    }

    /// <summary>A bound, counted from the end when negative, within the list.</summary>
    private static long Bound(long bound, long count, long least, long most) => Math.Max(least, Math.Min(bound < 0 ? bound + count : bound, most));

    private IEnumerable<long> Indexes(long start, long end)
    {
        for (var index = start; Step > 0 ? index < end : index > end; index += Step)
        {
            yield return index;
        }
    }
}

/// <summary><c>?@.name == 'x'</c>.</summary>
internal sealed record JsonPathFilter(JsonPathTest Test) : JsonPathSelector
{
    public override IEnumerable<JsonPlace> Select(JsonPlace place, JsonPlace root) => place.Children.Where(child => Test(child, root));
}
