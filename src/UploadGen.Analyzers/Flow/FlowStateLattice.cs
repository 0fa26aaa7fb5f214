using System.Collections.Immutable;

namespace UploadGen.Analyzers.Flow;

/// <summary>Joins by union: where two paths meet, a location may hold what it held on either, and an upload may be in the states it had on either.</summary>
internal sealed class FlowStateLattice : ILattice<FlowState>
{
    public static readonly FlowStateLattice Instance = new();

    public FlowState Join(FlowState left, FlowState right)
        => ReferenceEquals(left, right)
            ? left
            : new FlowState(
                Merge(left.Values, right.Values, (one, other) => one.Join(other)),
                Merge(left.Uploads, right.Uploads, (one, other) => one | other),
                Merge(left.Contents, right.Contents, (one, other) => one.Join(other)),
                Merge(left.Flags, right.Flags, (one, other) => one.Join(other)));

    private static ImmutableDictionary<TKey, TValue> Merge<TKey, TValue>(
        ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right, Func<TValue, TValue, TValue> join)
        where TKey : notnull
    {
        if (ReferenceEquals(left, right))
        {
            return left;
        }

        var merged = left.ToBuilder();
        foreach (var entry in right)
        {
            merged[entry.Key] = merged.TryGetValue(entry.Key, out var value) ? join(value, entry.Value) : entry.Value;
        }

        return merged.ToImmutable();
    }
}
