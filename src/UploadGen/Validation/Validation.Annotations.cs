using System.ComponentModel.DataAnnotations;

namespace UploadGen.Core;

/// <content>Limits that no attribute expresses, for DataAnnotations.</content>
public partial struct Validation
{
    /// <summary>Checks a value. Only violations of its own members are given, as DataAnnotations look no deeper.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">Gives the name of the property for a member's name in the JSON.</param>
    /// <returns>A result for each violation, with the property's name; without one where the value as a whole breaks a limit.</returns>
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
