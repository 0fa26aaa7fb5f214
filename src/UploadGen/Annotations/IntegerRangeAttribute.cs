using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UploadGen.Annotations;

/// <summary>Limits an integer, ends included. Exact over all of <see cref="long"/>, where a range of doubles isn't beyond 2^53.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class IntegerRangeAttribute : RangeAttribute
{
    private readonly long _minimum;
    private readonly long _maximum;

    /// <summary>Sets the limits.</summary>
    /// <param name="minimum">Least value allowed.</param>
    /// <param name="maximum">Greatest value allowed.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The base class needs a type converter only in the members overridden here.")]
    public IntegerRangeAttribute(long minimum, long maximum)
        : base(typeof(long), minimum.ToString(CultureInfo.InvariantCulture), maximum.ToString(CultureInfo.InvariantCulture))
    {
        _minimum = minimum;
        _maximum = maximum;
    }

    /// <summary>Whether the value is <see langword="null"/> or an integer within the limits.</summary>
    /// <param name="value">The value; anything but an integer isn't valid.</param>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        ulong number => number <= long.MaxValue && IsWithin((long)number),
        long or int or uint or short or ushort or byte or sbyte => IsWithin(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => false,
    };

    /// <summary>The message for a value outside the limits.</summary>
    /// <param name="name">Name of the member.</param>
    public override string FormatErrorMessage(string name) => string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name, _minimum, _maximum);

    private bool IsWithin(long value) => value >= _minimum && value <= _maximum;
}
