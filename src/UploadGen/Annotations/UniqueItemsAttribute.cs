using System.Collections;
using System.ComponentModel.DataAnnotations;
using UploadGen.Core;

namespace UploadGen.Annotations;

/// <summary>
/// Limits a list to items that are all different, as JSON Schema's <c>uniqueItems</c> does: objects and lists are compared by their JSON.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class UniqueItemsAttribute() : ValidationAttribute("The field {0} must not hold an item twice.")
{
    /// <summary>Whether the value is <see langword="null"/> or a list without equal items.</summary>
    /// <param name="value">The value; anything but a list isn't valid.</param>
    public override bool IsValid(object? value)
        => value is null || (value is IEnumerable items and not string && AreUnique(items.Cast<object?>().ToList()));

    private static bool AreUnique(List<object?> items)
    {
        if (!items.Exists(JsonItem.IsComposite))
        {
            return items.Distinct().Count() == items.Count;
        }

        // A null among objects breaks another limit, so it isn't judged here.
        return items.Contains(null) || items.Select(item => JsonItem.ToElement(item!)).Distinct(JsonElementComparer.Instance).Count() == items.Count;
    }
}
