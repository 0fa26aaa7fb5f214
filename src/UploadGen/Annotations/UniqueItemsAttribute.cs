using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace UploadGen.Annotations;

/// <summary>Limits a list to items that are all different, as JSON Schema's <c>uniqueItems</c> does.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class UniqueItemsAttribute() : ValidationAttribute("The field {0} must not hold an item twice.")
{
    /// <summary>Whether the value is <see langword="null"/> or a list without equal items.</summary>
    /// <param name="value">The value; anything but a list isn't valid.</param>
    public override bool IsValid(object? value)
        => value is null || (value is IEnumerable items and not string && items.Cast<object?>().ToList() is var all && all.Distinct().Count() == all.Count);
}
