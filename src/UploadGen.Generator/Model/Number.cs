using System.Globalization;

namespace UploadGen.Generator.Model;

/// <summary>JSON's numbers as the document wrote them: exact as decimals where they fit, doubles beyond.</summary>
internal static class Number
{
    public static decimal? Decimal(string? text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && (number != 0 || Double(text) == 0) ? number : null;

    /// <summary>Null for what isn't finite.</summary>
    public static double? Double(string? text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number) ? number : null;

    public static string? Greater(string? left, string? right) => right is null || (left is not null && Compare(left, right) > 0) ? left : right;

    public static string? Less(string? left, string? right) => right is null || (left is not null && Compare(left, right) < 0) ? left : right;

    public static int Compare(string left, string right)
        => Decimal(left) is { } x && Decimal(right) is { } y ? x.CompareTo(y) : (Double(left) ?? 0).CompareTo(Double(right) ?? 0);
}
