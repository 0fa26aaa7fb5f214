namespace UploadGen;

/// <summary>Makes sequences for operations whose body is sent item by item.</summary>
public static class AsyncItems
{
    /// <summary>Gives the items of a collection.</summary>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <param name="items">The items. They are enumerated while the request is sent.</param>
    public static IAsyncEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return EachAsync(items);
    }

    private static async IAsyncEnumerable<T> EachAsync<T>(IEnumerable<T> items)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
