using System.Collections.Immutable;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// What is known at a point of a method: the value of each location, the states of each upload, what each container holds, and what goes with the outcome of a
/// test.
/// Immutable; compares by value.
/// </summary>
internal sealed partial class FlowState(
    ImmutableDictionary<LocalKey, TrackedValue> values,
    ImmutableDictionary<CreationSite, UploadStates> uploads,
    ImmutableDictionary<Slot, TrackedValue> contents,
    ImmutableDictionary<Flag, FlagStates> flags) : IEquatable<FlowState>
{
    public static readonly FlowState Empty = new(
        ImmutableDictionary<LocalKey, TrackedValue>.Empty,
        ImmutableDictionary<CreationSite, UploadStates>.Empty,
        ImmutableDictionary<Slot, TrackedValue>.Empty,
        ImmutableDictionary<Flag, FlagStates>.Empty);

    /// <summary>The values of the locations. A location that isn't listed wasn't assigned on any path.</summary>
    public ImmutableDictionary<LocalKey, TrackedValue> Values { get; } = values;

    /// <summary>The states of the uploads, whether or not a value still stands for them. An upload that isn't listed wasn't created on any path.</summary>
    public ImmutableDictionary<CreationSite, UploadStates> Uploads { get; } = uploads;

    /// <summary>What the containers hold. A container without a slot wasn't made on any path.</summary>
    public ImmutableDictionary<Slot, TrackedValue> Contents { get; } = contents;

    /// <summary>What is known of uploads if a variable holds, and if it doesn't. An outcome that isn't listed isn't possible, unless neither is.</summary>
    public ImmutableDictionary<Flag, FlagStates> Flags { get; } = flags;

    public TrackedValue this[LocalKey location] => Values.TryGetValue(location, out var value) ? value : TrackedValue.Nothing;

    public UploadStates this[CreationSite site] => Uploads.TryGetValue(site, out var states) ? states : UploadStates.None;

    public TrackedValue this[Slot slot] => Contents.TryGetValue(slot, out var content) ? content : TrackedValue.Nothing;

    /// <summary>The states of an upload on the paths where a value stands for it.</summary>
    public UploadStates StatesOf(CreationSite site, TrackedValue value)
    {
        // What is on the evaluation's stack doesn't see the steps that are evaluated after it.
        var states = value.StatesOf(site) & this[site];
        return states == UploadStates.None ? this[site] : states;
    }

    /// <summary>The state after a value is assigned to a location.</summary>
    public FlowState Assign(LocalKey location, TrackedValue value) => new(Values.SetItem(location, Current(value)), Uploads, Contents, Flags);

    /// <summary>The state after a creation site is executed. Values that stood for the upload it created before are no longer tracked.</summary>
    public FlowState Create(CreationSite site) => Enter(site, UploadStates.Created, value => value.Without(site));

    /// <summary>The state where an upload that was created elsewhere is in these states.</summary>
    public FlowState Enter(CreationSite site, UploadStates states) => Enter(site, states, value => value);

    public FlowState Put(CreationSite site)
        => Change(site, Step(states => states == UploadStates.Confirmed ? states : (states & UploadStates.Confirmed) | UploadStates.Put));

    public FlowState Confirm(CreationSite site) => Change(site, Step(Confirmed));

    /// <summary>The state after a confirmation that may be of this upload or of another.</summary>
    public FlowState ConfirmMaybe(CreationSite site) => Change(site, Step(states => states | Confirmed(states)));

    /// <summary>The state after a lambda or local function was made that may confirm these uploads at any time.</summary>
    public FlowState Capture(TrackedValue value)
        => Reach(value, ValueRoles.None).Sites.Aggregate(this, (state, site) => state.Change(site, states => states | UploadStates.Captured));

    /// <summary>Are all uploads of another state as they are there?</summary>
    public bool KeepsUploadsOf(FlowState other) => other.Uploads.All(upload => this[upload.Key] == upload.Value);

    public bool Equals(FlowState? other)
        => ReferenceEquals(this, other)
            || (other is not null && AreEqual(Values, other.Values) && AreEqual(Uploads, other.Uploads) && AreEqual(Contents, other.Contents)
                && AreEqual(Flags, other.Flags));

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    public override int GetHashCode() => (Values.Count * 31) + Uploads.Count;

    private FlowState Enter(CreationSite site, UploadStates states, Func<TrackedValue, TrackedValue> forget)
        => new(Replace(Values, forget), Uploads.SetItem(site, states), Replace(Contents, forget), ReplaceFlags(flag => flag.With(site, states)));

    /// <summary>A value with the states that its uploads can be in now.</summary>
    private TrackedValue Current(TrackedValue value)
        => value.ReachableSites
            .Where(site => (value.StatesOf(site) & ~this[site]) != 0 && Uploads.ContainsKey(site))
            .ToList()
            .Aggregate(value, (current, site) => current.Change(site, _ => this[site]));

    private FlowState Change(CreationSite site, Func<UploadStates, UploadStates> change)
        => new(
            Replace(Values, value => value.Change(site, change)),
            Uploads.SetItem(site, change(this[site])),
            Replace(Contents, value => value.Change(site, change)),
            ReplaceFlags(flag => flag.With(site, change(flag[site]))));

    private static Func<UploadStates, UploadStates> Step(Func<UploadStates, UploadStates> step)
        => states => step(states & ~UploadStates.Sticky) | (states & UploadStates.Sticky);

    private static UploadStates Confirmed(UploadStates states)
        => ((states & (UploadStates.Put | UploadStates.Confirmed)) != 0 ? UploadStates.Confirmed : UploadStates.None)
            | ((states & (UploadStates.Created | UploadStates.ConfirmedUnput)) != 0 ? UploadStates.ConfirmedUnput : UploadStates.None);

    private ImmutableDictionary<Flag, FlagStates> ReplaceFlags(Func<FlagStates, FlagStates> change)
        => Flags.IsEmpty ? Flags : Flags.SetItems(Flags.Select(flag => new KeyValuePair<Flag, FlagStates>(flag.Key, change(flag.Value))).ToList());

    private static ImmutableDictionary<TKey, TrackedValue> Replace<TKey>(
        ImmutableDictionary<TKey, TrackedValue> values, Func<TrackedValue, TrackedValue> change)
        where TKey : notnull
        => values.SetItems(values
            .Select(entry => (entry.Key, Before: entry.Value, After: change(entry.Value)))
            .Where(entry => !ReferenceEquals(entry.Before, entry.After))
            .Select(entry => new KeyValuePair<TKey, TrackedValue>(entry.Key, entry.After)));

    private static bool AreEqual<TKey, TValue>(ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right)
        where TKey : notnull
        => ReferenceEquals(left, right)
            || (left.Count == right.Count
                && left.All(entry => right.TryGetValue(entry.Key, out var value) && EqualityComparer<TValue>.Default.Equals(entry.Value, value)));
}
