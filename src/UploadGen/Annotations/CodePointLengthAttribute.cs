using System.ComponentModel.DataAnnotations;
using UploadGen.Core;

namespace UploadGen.Annotations;

/// <summary>
/// Limits the length of a string in Unicode code points, as JSON Schema's <c>minLength</c> and <c>maxLength</c> do:
/// an emoji outside the basic plane counts once, where <see cref="StringLengthAttribute"/> counts it twice.
/// </summary>
/// <param name="maximum">Most code points allowed, 0 or more.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class CodePointLengthAttribute(int maximum) : StringLengthAttribute(maximum)
{
    /// <summary>Whether the value is <see langword="null"/> or a string within the limits.</summary>
    /// <param name="value">The value; anything but a string isn't valid.</param>
    public override bool IsValid(object? value)
        => value is null || (value is string text && CodePoints.Count(text) is var count && count >= MinimumLength && count <= MaximumLength);
}
