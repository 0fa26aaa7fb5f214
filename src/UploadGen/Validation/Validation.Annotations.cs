using System.ComponentModel.DataAnnotations;

namespace UploadGen.Core;

/// <summary>What DataAnnotations are told of limits that no attribute expresses.</summary>
public partial struct Validation
{
    /// <summary>The limits that a value's own members break, and not what these hold: DataAnnotations look no deeper.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The name of the property for a member's name in the JSON.</param>
    /// <returns>A result for each violation, of the property; of none where the value as a whole is at fault.</returns>
    public static IEnumerable<ValidationResult> Results(IValidatable value, Func<string, string> property)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(property);
        var validation = new Validation();
        value.Validate(ref validation);
        return validation.Violations.Where(IsOfOwnMember).Select(violation => new ValidationResult(
            RequestValidationException.Describe(violation),
            violation.Pointer.Length == 0 ? [] : [property(Unescape(violation.Pointer[1..]))]));
    }

    private static bool IsOfOwnMember(Violation violation) => violation.Pointer.AsSpan().Count('/') <= 1;

    private static string Unescape(string token) => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
