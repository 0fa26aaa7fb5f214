using System.Globalization;

namespace UploadGen.Analyzers.Limits;

/// <summary>Numbers of every type as one that compares exactly.</summary>
internal static class Numbers
{
    // A double holds 15 digits for certain, and a decimal 28: within this span the one becomes the other as it is written.
    private const double MaximumExactDouble = 1e15;

    /// <summary>The number; null for what is no number, or can't be compared exactly.</summary>
    public static decimal? ToDecimal(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        float number when Math.Abs(number) <= MaximumExactDouble => (decimal)number,
        double number when Math.Abs(number) <= MaximumExactDouble => (decimal)number,
        _ => null,
    };

    /// <summary>The number that a text says; null if it says none.</summary>
    public static decimal? Parse(string text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
