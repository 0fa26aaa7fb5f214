namespace UploadGen.Analyzers.Limits;

/// <summary>The list of all values that are allowed. Numbers compare by value and may be written as text.</summary>
internal sealed class AllowedLimit(IReadOnlyList<object> values) : ILimit
{
    public string Allowed => "one of " + string.Join(", ", values.Select(Text));

    public string? FindBreach(object constant) => constant switch
    {
        string text => values.Contains(text) ? null : LimitText.Quote(text),
        bool flag => values.Contains(flag) ? null : Text(flag),
        _ => Numbers.ToDecimal(constant) is { } number && !values.Any(value => NumberOf(value) == number) ? LimitText.Number(number) : null,
    };

    private static decimal? NumberOf(object value) => value is string text ? Numbers.Parse(text) : Numbers.ToDecimal(value);

    private static string Text(object value) => value switch
    {
        string text => LimitText.Quote(text),
        bool flag => flag ? "true" : "false",
        IFormattable number => LimitText.Number(number),
        _ => value.ToString(),
    };
}
