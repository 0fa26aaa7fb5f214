using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A JSON number, exactly as written: <c>Digits</c> times ten to the power of <c>Exponent</c>.</summary>
internal readonly record struct JsonNumber(BigInteger Digits, int Exponent)
{
    /// <summary>The largest exponent and the most digits of a number that is computed with. No double reaches as far.</summary>
    private const int MaxExponent = 1000;

    /// <summary>Reads a number; <see langword="null"/> for one that is too large or too small to be computed with exactly.</summary>
    public static JsonNumber? TryRead(JsonElement element)
    {
        var text = element.GetRawText();
        var e = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = e < 0 ? text : text.AsSpan(0, e);
        var exponent = 0;
        if (e >= 0 && !int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        return Math.Abs((long)exponent) > MaxExponent || digits.Length > MaxExponent ? null
            : new JsonNumber(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }

    public bool IsInteger => Exponent >= 0 || Digits % BigInteger.Pow(10, -Exponent) == 0;

    public int CompareTo(JsonNumber other) => Scaled(other.Exponent).CompareTo(other.Scaled(Exponent));

    public bool IsMultipleOf(JsonNumber divisor) => divisor.Digits.IsZero || Scaled(divisor.Exponent) % divisor.Scaled(Exponent) == 0;

    /// <summary>The digits at the lesser of two exponents.</summary>
    private BigInteger Scaled(int exponent) => Exponent <= exponent ? Digits : Digits * BigInteger.Pow(10, Exponent - exponent);
}
