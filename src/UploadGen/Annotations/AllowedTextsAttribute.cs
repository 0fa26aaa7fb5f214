using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace UploadGen.Annotations;

/// <summary>
/// Limits a value to some, as JSON Schema's <c>enum</c> does, where C# has no constants of the value's type: an open enum is compared by its text in the
/// JSON, a decimal as the number that a text says.
/// </summary>
/// <param name="values">The values as texts.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class AllowedTextsAttribute(params string[] values) : AllowedValuesAttribute([.. values])
{
    /// <summary>Whether the value is <see langword="null"/> or one of those allowed.</summary>
    /// <param name="value">The value.</param>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        decimal number => Array.Exists(values, text => IsNumber(text, number)),
        _ => Array.Exists(values, text => text == value.ToString()),
    };

    private static bool IsNumber(string text, decimal number)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var allowed) && allowed == number;
}
