namespace UploadGen.Analyzers.Limits;

/// <summary>A number that must divide the value.</summary>
internal sealed class DivisorLimit(decimal divisor) : ILimit
{
    public string Allowed => $"a multiple of {LimitText.Number(divisor)}";

    public string? FindBreach(object constant) => Numbers.ToDecimal(constant) is { } number && number % divisor != 0 ? LimitText.Number(number) : null;
}
