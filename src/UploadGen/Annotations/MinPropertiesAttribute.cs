using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace UploadGen.Annotations;

/// <summary>
/// Limits the number of entries of a map, as JSON Schema's <c>minProperties</c> does; without the reflection of <see cref="MinLengthAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class MinPropertiesAttribute : MinLengthAttribute
{
    /// <summary>Sets the limit.</summary>
    /// <param name="minimum">Least entries of a map allowed, 0 or more.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The base class looks for a Count property only in the method overridden here.")]
    public MinPropertiesAttribute(int minimum)
        : base(minimum)
    {
    }

    /// <summary>Whether the value is <see langword="null"/> or has a number of entries within the limit.</summary>
    /// <param name="value">The value; anything that can't be counted isn't valid.</param>
    public override bool IsValid(object? value) => value is null || ItemCounter.Count(value) >= Length;
}
