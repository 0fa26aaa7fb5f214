using System.Globalization;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Text;

/// <summary>Numbers of the document as C# literals of the type they are compared with.</summary>
internal static class NumberText
{
    public static bool IsInteger(Scalar kind) => kind is Scalar.Int32 or Scalar.Int64;

    public static bool IsNumber(Scalar kind) => kind is Scalar.Int32 or Scalar.Int64 or Scalar.Single or Scalar.Double or Scalar.Decimal;

    /// <summary>A bound of an integer, moved to the next integer that means the same; null where it isn't one that a long can have.</summary>
    /// <param name="bound">The bound as the document has it.</param>
    /// <param name="rounding">Whether to the next greater or the next less.</param>
    public static long? Integer(string? bound, Func<decimal, decimal> rounding)
        => Number.Decimal(bound) is { } number && rounding(number) is >= long.MinValue and <= long.MaxValue and var integer ? (long)integer : null;

    /// <summary>A literal for a bound; null where the type's values can't break it.</summary>
    public static string? Bound(Scalar kind, string? bound, bool isLower, bool isExclusive)
    {
        if (bound is null)
        {
            return null;
        }

        if (!IsInteger(kind))
        {
            return Literal(kind, bound);
        }

        // x >= 1.5 is x >= 2, and x > 1.5 is x > 1.
        if (Integer(bound, isLower == isExclusive ? decimal.Floor : decimal.Ceiling) is { } integer)
        {
            return CanBeBroken(kind, integer, isLower, isExclusive) ? integer.ToString(CultureInfo.InvariantCulture) + "L" : null;
        }

        return isLower == bound.StartsWith("-", StringComparison.Ordinal) ? null : Literal(Scalar.Decimal, bound) ?? Literal(Scalar.Double, bound);
    }

    public static string? Divisor(Scalar kind, string divisor)
        => !IsInteger(kind) ? Literal(kind, divisor)
            : Number.Decimal(divisor) is { } number && number == decimal.Truncate(number) && number <= long.MaxValue ? ((long)number).ToString(CultureInfo.InvariantCulture) + "L"
            : Literal(Scalar.Decimal, divisor);

    /// <summary>A literal of a scalar's own type, or null for a text that is none.</summary>
    public static string? Literal(Scalar kind, string text) => kind switch
    {
        Scalar.String => CSharpText.Literal(text),
        Scalar.Boolean => text is "true" or "false" ? text : null,
        Scalar.Int32 when Integer(text) is >= int.MinValue and <= int.MaxValue and var number => number.ToString(CultureInfo.InvariantCulture),
        Scalar.Int64 when Integer(text) is { } number => number.ToString(CultureInfo.InvariantCulture) + "L",
        Scalar.Single when Number.Double(text) is { } number && !float.IsInfinity((float)number) => ((float)number).ToString("R", CultureInfo.InvariantCulture) + "F",
        Scalar.Double when Number.Double(text) is { } number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        Scalar.Decimal when Number.Decimal(text) is { } number => number.ToString(CultureInfo.InvariantCulture) + "M",
        _ => null,
    };

    private static long? Integer(string text) => Number.Decimal(text) is { } number && number == decimal.Truncate(number) ? Integer(text, decimal.Truncate) : null;

    private static bool CanBeBroken(Scalar kind, long bound, bool isLower, bool isExclusive)
    {
        var (least, greatest) = kind == Scalar.Int32 ? (int.MinValue, int.MaxValue) : (long.MinValue, long.MaxValue);
        return isLower ? bound > least || (bound == least && isExclusive) : bound < greatest || (bound == greatest && isExclusive);
    }
}
