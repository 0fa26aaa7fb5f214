using System.Globalization;

namespace UploadGen.Generator.Model;

/// <summary>JSON's numbers as the document wrote them: exact as decimals where they fit, doubles beyond.</summary>
internal static class Number
{
    public static decimal? Decimal(string? text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && (number != 0 || Double(text) == 0) ? number : null;

    /// <summary>Null for what isn't finite.</summary>
    public static double? Double(string? text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number)
            ? number
            : null;

    /// <summary>Null for what isn't whole, or is beyond a long.</summary>
    public static long? Integer(string? text)
        => Decimal(text) is { } number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    public static int Compare(string left, string right)
        => Decimal(left) is { } x && Decimal(right) is { } y ? x.CompareTo(y) : (Double(left) ?? 0).CompareTo(Double(right) ?? 0);

    /// <summary>Whether a type of numbers has the number, or one close to it.</summary>
    public static bool Fits(Scalar kind, string text) => kind switch
    {
        Scalar.Int32 => Integer(text) is >= int.MinValue and <= int.MaxValue,
        Scalar.Int64 => Integer(text) is not null,
        Scalar.UInt64 => Decimal(text) is >= 0 and <= ulong.MaxValue and var number && number == decimal.Truncate(number),
        Scalar.Single => Double(text) is { } number && !float.IsInfinity((float)number),
        Scalar.Double => Double(text) is not null,
        Scalar.Decimal => Decimal(text) is not null,
        _ => false,
    };
}
