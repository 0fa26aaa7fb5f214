using System.Globalization;

namespace UploadGen.Analyzers.Limits;

/// <summary>Converts numbers of every type to decimals, which compare exactly.</summary>
internal static class Numbers
{
    // A double holds 15 digits exactly and a decimal 28, so that within this range a double becomes the decimal that is written in the source text.
    private const double MaximumExactDouble = 1e15;

    /// <summary>The number; null if the value is none, or if it can't be compared exactly.</summary>
    public static decimal? ToDecimal(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        float number when Math.Abs(number) <= MaximumExactDouble => (decimal)number,
        double number when Math.Abs(number) <= MaximumExactDouble => (decimal)number,
        _ => null,
    };

    /// <summary>The number that is written in a text; null if there is none.</summary>
    public static decimal? Parse(string text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
