using UploadGen.Core;

namespace UploadGen;

/// <summary>Checks generated types against the limits of the API's document, as a client does before it sends them.</summary>
public static class ValidationExtensions
{
    /// <summary>Gives every limit that the value breaks. Nothing is allocated when it breaks none.</summary>
    /// <typeparam name="T">A generated type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The violations in the document's order; empty when the value is valid.</returns>
    public static IReadOnlyList<Violation> Validate<T>(this T value) where T : class, IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        var validation = new Validation();
        if (value is IValidatable validatable)
        {
            validatable.Validate(ref validation);
        }

        return validation.Violations;
    }

    /// <summary>Throws where the value breaks a limit.</summary>
    /// <typeparam name="T">A generated type.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="RequestValidationException">
    /// A limit is broken; the message lists every violation, and <c>OperationId</c> is the type's name.
    /// </exception>
    public static void ThrowIfInvalid<T>(this T value) where T : class, IJsonModel<T>
    {
        var violations = value.Validate();
        if (violations.Count > 0)
        {
            throw new RequestValidationException(typeof(T).Name, violations);
        }
    }
}
