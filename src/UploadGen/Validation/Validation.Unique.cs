using System.Buffers;
using System.Text.Json;

namespace UploadGen.Core;

/// <content><c>uniqueItems</c>.</content>
public partial struct Validation
{
    /// <summary>Up to this many items are compared one with another. For more, a hash table costs less.</summary>
    private const int FewItems = 32;

    /// <summary><c>uniqueItems</c>: no two items are equal. Any JSON compares as JSON does (1 equals 1.0).</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="items">The list.</param>
    public void UniqueItems<T>(string member, IReadOnlyList<T>? items)
    {
        if (items is null || items.Count < 2)
        {
            return;
        }

        var comparer = typeof(T) == typeof(JsonElement) ? (IEqualityComparer<T>)(object)JsonElementComparer.Instance : EqualityComparer<T>.Default;
        var repeated = items.Count <= FewItems ? FirstRepeated(items, comparer) : FirstRepeatedOfMany(items, comparer);
        if (repeated >= 0)
        {
            Add(member, "uniqueItems", "true", FormattableString.Invariant($"item {repeated} occurs before"));
        }
    }

    /// <summary><c>uniqueItems</c> of objects and lists: no two items are the same JSON.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="items">The list.</param>
    /// <param name="write">Writes an item.</param>
    public void UniqueItems<T>(string member, IReadOnlyList<T>? items, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (items is null || items.Count < 2)
        {
            return;
        }

        var elements = new JsonElement[items.Count];
        for (var i = 0; i < elements.Length; i++)
        {
            // A null item has a violation of its own.
            if (items[i] is null)
            {
                return;
            }

            using var document = JsonDocument.Parse(JsonBody.Write(items[i], write));
            elements[i] = document.RootElement.Clone();
        }

        UniqueItems(member, elements);
    }

    private static int FirstRepeated<T>(IReadOnlyList<T> items, IEqualityComparer<T> comparer)
    {
        for (var i = 1; i < items.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (comparer.Equals(items[i], items[j]))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>A hash table with open addressing in a borrowed array: the places of items, counted from 1.</summary>
    private static int FirstRepeatedOfMany<T>(IReadOnlyList<T> items, IEqualityComparer<T> comparer)
    {
        var size = items.Count * 2;
        var table = ArrayPool<int>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        try
        {
            for (var i = 0; i < items.Count; i++)
            {
                var slot = (int)((uint)(items[i] is { } item ? comparer.GetHashCode(item) : 0) % (uint)size);
                for (; table[slot] != 0; slot = (slot + 1) % size)
                {
                    if (comparer.Equals(items[table[slot] - 1], items[i]))
                    {
                        return i;
                    }
                }

                table[slot] = i + 1;
            }

            return -1;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(table);
        }
    }
}
