using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UploadGen.Annotations;

/// <summary>Limits a decimal number, exactly, whatever the culture.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DecimalRangeAttribute : RangeAttribute
{
    private readonly decimal? _minimum;
    private readonly decimal? _maximum;

    /// <summary>Sets the limits.</summary>
    /// <param name="minimum">Least value allowed, such as <c>0.01</c>; <see langword="null"/> for none.</param>
    /// <param name="maximum">Greatest value allowed; <see langword="null"/> for none.</param>
    /// <exception cref="FormatException">A limit is no number.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The base class needs a type converter only in the members overridden here.")]
    public DecimalRangeAttribute(string? minimum, string? maximum)
        : base(typeof(decimal), minimum ?? "", maximum ?? "")
    {
        _minimum = Parse(minimum);
        _maximum = Parse(maximum);
    }

    /// <summary>Whether the value is <see langword="null"/> or a number within the limits.</summary>
    /// <param name="value">The value; anything but a <see cref="decimal"/> or <see cref="ulong"/> isn't valid.</param>
    public override bool IsValid(object? value)
        => value is null || (Number(value) is { } number
            && (MinimumIsExclusive ? !(number <= _minimum) : !(number < _minimum))
            && (MaximumIsExclusive ? !(number >= _maximum) : !(number > _maximum)));

    /// <summary>The message for a value outside the limits.</summary>
    /// <param name="name">Name of the member.</param>
    public override string FormatErrorMessage(string name)
        => string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name, _minimum ?? decimal.MinValue, _maximum ?? decimal.MaxValue);

    private static decimal? Number(object value) => value switch
    {
        decimal number => number,
        ulong integer => integer,
        _ => null,
    };

    private static decimal? Parse(string? limit) => limit is null ? null : decimal.Parse(limit, NumberStyles.Float, CultureInfo.InvariantCulture);
}
