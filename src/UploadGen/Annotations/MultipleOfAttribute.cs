using System.ComponentModel.DataAnnotations;
using System.Globalization;
using UploadGen.Core;

namespace UploadGen.Annotations;

/// <summary>Limits a number to multiples of another, as JSON Schema's <c>multipleOf</c> does: in decimal, so that 0.3 is a multiple of 0.1.</summary>
/// <param name="divisor">The divisor, a decimal number above 0, such as <c>0.01</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class MultipleOfAttribute(string divisor) : ValidationAttribute($"The field {{0}} must be a multiple of {divisor}.")
{
    private readonly decimal _divisor = decimal.Parse(divisor, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The divisor.</summary>
    public string Divisor { get; } = divisor;

    /// <summary>The attribute itself, so that several on one member count as different attributes.</summary>
    public override object TypeId => this;

    /// <summary>Whether the value is <see langword="null"/> or a multiple.</summary>
    /// <param name="value">The value; anything but a number isn't valid.</param>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        decimal number => number % _divisor == 0,
        float number => Validation.IsMultiple(number, (double)_divisor),
        double number => Validation.IsMultiple(number, (double)_divisor),
        IConvertible number and not string => number.ToDecimal(CultureInfo.InvariantCulture) % _divisor == 0,
        _ => false,
    };
}
