using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace UploadGen.Annotations;

/// <summary>
/// Limits the number of entries of a map, as JSON Schema's <c>maxProperties</c> does; without the reflection of <see cref="MaxLengthAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class MaxPropertiesAttribute : MaxLengthAttribute
{
    /// <summary>Sets the limit.</summary>
    /// <param name="maximum">Most entries of a map allowed, 0 or more.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The base class looks for a Count property only in the method overridden here.")]
    public MaxPropertiesAttribute(int maximum)
        : base(maximum)
    {
    }

    /// <summary>Whether the value is <see langword="null"/> or has a number of entries within the limit.</summary>
    /// <param name="value">The value; anything that can't be counted isn't valid.</param>
    public override bool IsValid(object? value) => value is null || ItemCounter.Count(value) <= Length;
}
