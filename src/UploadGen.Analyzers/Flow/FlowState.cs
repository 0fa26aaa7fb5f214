using System.Collections.Immutable;

namespace UploadGen.Analyzers.Flow;

/// <summary>What is known at a point: the value of each location and the states of each upload. Immutable; compares by value.</summary>
internal sealed class FlowState(ImmutableDictionary<LocalKey, TrackedValue> values, ImmutableDictionary<CreationSite, UploadStates> uploads) : IEquatable<FlowState>
{
    public static readonly FlowState Empty = new(ImmutableDictionary<LocalKey, TrackedValue>.Empty, ImmutableDictionary<CreationSite, UploadStates>.Empty);

    /// <summary>The values of the locations; a location that isn't listed wasn't assigned on any path.</summary>
    public ImmutableDictionary<LocalKey, TrackedValue> Values { get; } = values;

    /// <summary>The states of the uploads; one that isn't listed wasn't created on any path.</summary>
    public ImmutableDictionary<CreationSite, UploadStates> Uploads { get; } = uploads;

    public TrackedValue this[LocalKey location] => Values.TryGetValue(location, out var value) ? value : TrackedValue.Nothing;

    public UploadStates this[CreationSite site] => Uploads.TryGetValue(site, out var states) ? states : UploadStates.None;

    /// <summary>The location now holds the value.</summary>
    public FlowState Assign(LocalKey location, TrackedValue value) => new(Values.SetItem(location, value), Uploads);

    /// <summary>The site is executed: a new upload begins, and what stood for the one before can't be followed any further.</summary>
    public FlowState Create(CreationSite site)
    {
        var former = Values.Where(entry => entry.Value.ReachableSites.Contains(site));
        return new(
            Values.SetItems(former.Select(entry => new KeyValuePair<LocalKey, TrackedValue>(entry.Key, entry.Value.Without(site)))),
            Uploads.SetItem(site, UploadStates.Created));
    }

    public FlowState Put(CreationSite site)
        => Step(site, states => states == UploadStates.Confirmed ? states : (states & UploadStates.Confirmed) | UploadStates.Put);

    public FlowState Confirm(CreationSite site)
        => Step(site, states =>
            ((states & (UploadStates.Put | UploadStates.Confirmed)) != 0 ? UploadStates.Confirmed : UploadStates.None)
            | ((states & (UploadStates.Created | UploadStates.ConfirmedUnput)) != 0 ? UploadStates.ConfirmedUnput : UploadStates.None));

    /// <summary>The value leaves sight, and with it every upload that can be reached from it.</summary>
    public FlowState Hide(TrackedValue value)
        => value.ReachableSites.Aggregate(this, (state, site) => new(state.Values, state.Uploads.SetItem(site, UploadStates.Unknown)));

    /// <summary>Everything known so far leaves sight.</summary>
    public FlowState HideAll() => Uploads.Keys.Aggregate(this, (state, site) => state.Hide(TrackedValue.Of(site)));

    public bool Equals(FlowState? other)
        => ReferenceEquals(this, other) || (other is not null && AreEqual(Values, other.Values) && AreEqual(Uploads, other.Uploads));

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    public override int GetHashCode() => (Values.Count * 31) + Uploads.Count;

    private FlowState Step(CreationSite site, Func<UploadStates, UploadStates> step)
    {
        var states = this[site];
        return new(Values, Uploads.SetItem(site, step(states & ~UploadStates.Unknown) | (states & UploadStates.Unknown)));
    }

    private static bool AreEqual<TKey, TValue>(ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right)
        where TKey : notnull
        => ReferenceEquals(left, right)
            || (left.Count == right.Count
                && left.All(entry => right.TryGetValue(entry.Key, out var value) && EqualityComparer<TValue>.Default.Equals(entry.Value, value)));
}
