namespace UploadGen.Generator.Limits;

/// <summary>The limits of a value, as its schema and those that this refers to or is composed of state them.</summary>
/// <param name="Own">Those of the value itself.</param>
/// <param name="Items">Those of a list's items or a map's values.</param>
/// <param name="Pointer">JSON pointer of the first schema that states any.</param>
internal sealed record SchemaLimits(IReadOnlyList<Limit> Own, SchemaLimits? Items, string Pointer)
{
    public static SchemaLimits None { get; } = new([], null, "");

    public bool IsNone => Own.Count == 0 && Items is null;

    /// <summary>The limits by one keyword.</summary>
    public IEnumerable<Limit> Of(string keyword) => Own.Where(limit => limit.Keyword == keyword);

    /// <summary>The limit by a keyword that has no more than one.</summary>
    public string? Value(string keyword) => Of(keyword).FirstOrDefault()?.Value;

    /// <summary>The schema that a keyword stands in.</summary>
    public string PointerOf(string keyword) => Of(keyword).FirstOrDefault()?.Pointer ?? Pointer;

    /// <summary>The limits of a value that another schema limits, too: the strictest of each hold.</summary>
    public SchemaLimits And(SchemaLimits other)
    {
        if (IsNone || other.IsNone)
        {
            return IsNone ? other : this;
        }

        var own = LimitKeywords.All.SelectMany(keyword => Merged(keyword, Of(keyword.Name).ToList(), other.Of(keyword.Name).ToList()));
        return new SchemaLimits(own.ToList(), Items is null || other.Items is null ? Items ?? other.Items : Items.And(other.Items), Pointer);
    }

    private static IEnumerable<Limit> Merged(Keyword keyword, List<Limit> left, List<Limit> right)
        => left.Count == 0 ? right : right.Count == 0 ? left : keyword.Merge(left, right);
}
