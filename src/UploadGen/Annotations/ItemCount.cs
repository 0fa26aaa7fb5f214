using System.Collections;

namespace UploadGen.Annotations;

/// <summary>Counts the items of a list or the entries of a map.</summary>
internal static class ItemCount
{
    /// <summary>The count; <see langword="null"/> for what has no items.</summary>
    public static int? Of(object value) => value switch
    {
        ICollection list => list.Count,
        IEnumerable items and not string => items.Cast<object?>().Count(),
        _ => null,
    };
}
