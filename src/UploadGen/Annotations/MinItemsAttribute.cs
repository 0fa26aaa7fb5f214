using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace UploadGen.Annotations;

/// <summary>Limits the number of items of a list, as JSON Schema's <c>minItems</c> does; without the reflection of <see cref="MinLengthAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class MinItemsAttribute : MinLengthAttribute
{
    /// <summary>Sets the limit.</summary>
    /// <param name="minimum">Least items of a list allowed, 0 or more.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The base class looks for a Count property only in the method overridden here.")]
    public MinItemsAttribute(int minimum)
        : base(minimum)
    {
    }

    /// <summary>Whether the value is <see langword="null"/> or has a number of items within the limit.</summary>
    /// <param name="value">The value; anything that can't be counted isn't valid.</param>
    public override bool IsValid(object? value) => value is null || ItemCounter.Count(value) >= Length;
}
