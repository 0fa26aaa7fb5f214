namespace UploadGen.Analyzers.Limits;

/// <summary>A limit on a number.</summary>
internal sealed class RangeLimit : ILimit
{
    private readonly decimal? _minimum;
    private readonly decimal? _maximum;
    private readonly bool _excludesMinimum;
    private readonly bool _excludesMaximum;

    /// <param name="minimum">Least value; null if there is no limit.</param>
    /// <param name="maximum">Greatest value; null if there is no limit.</param>
    /// <param name="excludesMinimum">Is the least value itself not allowed?</param>
    /// <param name="excludesMaximum">Is the greatest value itself not allowed?</param>
    public RangeLimit(decimal? minimum, decimal? maximum, bool excludesMinimum = false, bool excludesMaximum = false)
    {
        _minimum = minimum;
        _maximum = maximum;
        _excludesMinimum = excludesMinimum && minimum is not null;
        _excludesMaximum = excludesMaximum && maximum is not null;
    }

    public string Allowed
        => LimitText.Span(Text(_minimum), Text(_maximum), "") + (_excludesMinimum, _excludesMaximum) switch
        {
            (true, true) => ", both excluded",
            (true, false) => $", {Text(_minimum)} excluded",
            (false, true) => $", {Text(_maximum)} excluded",
            _ => "",
        };

    public string? FindBreach(object constant)
        => Numbers.ToDecimal(constant) is { } number && !IsWithin(number) ? LimitText.Number(number) : null;

    /// <summary>The limit that a number is beyond; null if the limit itself isn't allowed, so that no value is the nearest.</summary>
    public decimal? Nearest(decimal number)
        => number < _minimum ? (_excludesMinimum ? null : _minimum)
            : number > _maximum ? (_excludesMaximum ? null : _maximum)
            : null;

    private static string? Text(decimal? limit) => limit is { } number ? LimitText.Number(number) : null;

    private bool IsWithin(decimal number)
        => (_minimum is not { } least || number > least || (number == least && !_excludesMinimum))
            && (_maximum is not { } most || number < most || (number == most && !_excludesMaximum));
}
