using System.ComponentModel;
using System.Globalization;

namespace UploadGen.Core;

/// <summary>Reads where the parts of a file go out of an API's answer, whatever shape it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PartTargets
{
    /// <summary>A list of URLs, in the order of the parts.</summary>
    /// <param name="urls">The URLs; <see langword="null"/> where the answer has none.</param>
    public static IReadOnlyList<PartTarget> Of(IEnumerable<string?>? urls)
    {
        return urls is null ? [] : [.. urls.Select(url => new PartTarget(url))];
    }

    /// <inheritdoc cref="Of(IEnumerable{string?}?)"/>
    public static IReadOnlyList<PartTarget> Of(IEnumerable<Uri?>? urls)
    {
        return urls is null ? [] : [.. urls.Select(url => new PartTarget(url))];
    }

    /// <summary>A list with something for each part.</summary>
    /// <typeparam name="T">What it has.</typeparam>
    /// <param name="items">The list; <see langword="null"/> where the answer has none.</param>
    /// <param name="read">Reads an item.</param>
    public static IReadOnlyList<PartTarget> Of<T>(IEnumerable<T?>? items, Func<T, PartTarget> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return items is null ? [] : [.. items.Select(item => item is null ? new PartTarget((string?)null) : read(item))];
    }

    /// <summary>A map with something for each part, by the parts' numbers.</summary>
    /// <typeparam name="T">What it has.</typeparam>
    /// <param name="items">The map; <see langword="null"/> where the answer has none.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <exception cref="UploadException">A name in it is no number; nothing was sent to storage.</exception>
    public static IReadOnlyList<PartTarget> OfMap<T>(IReadOnlyDictionary<string, T>? items, Func<T, PartTarget> read, string operationId)
    {
        ArgumentNullException.ThrowIfNull(read);
        return items is null ? [] : [.. items.Select(item => (item.Value is null ? new PartTarget((string?)null) : read(item.Value)).As(Number(item.Key)))];

        long Number(string key) => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw PartsAnswer.Wrong(operationId, "has URLs by names that are no numbers of parts");
    }
}
