using System.Collections;

namespace UploadGen.Annotations;

/// <summary>Counts the items of a list or the entries of a map.</summary>
internal static class ItemCounter
{
    /// <summary>The count; <see langword="null"/> for what has no items.</summary>
    public static int? Count(object value) => value switch
    {
        ICollection list => list.Count,
        IEnumerable items and not string => items.Cast<object?>().Count(),
        _ => null,
    };
}
