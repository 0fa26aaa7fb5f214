using System.Collections.Immutable;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// What is known at a point of a method: the value of each location, the states of each upload, and what each container holds.
/// Immutable; compares by value.
/// </summary>
internal sealed class FlowState(
    ImmutableDictionary<LocalKey, TrackedValue> values,
    ImmutableDictionary<CreationSite, UploadStates> uploads,
    ImmutableDictionary<Container, TrackedValue> contents) : IEquatable<FlowState>
{
    public static readonly FlowState Empty = new(
        ImmutableDictionary<LocalKey, TrackedValue>.Empty,
        ImmutableDictionary<CreationSite, UploadStates>.Empty,
        ImmutableDictionary<Container, TrackedValue>.Empty);

    /// <summary>The values of the locations. A location that isn't listed wasn't assigned on any path.</summary>
    public ImmutableDictionary<LocalKey, TrackedValue> Values { get; } = values;

    /// <summary>The states of the uploads. An upload that isn't listed wasn't created on any path.</summary>
    public ImmutableDictionary<CreationSite, UploadStates> Uploads { get; } = uploads;

    /// <summary>
    /// What the containers hold. A container that isn't listed wasn't made on any path. A container that holds something untracked may be known to
    /// code that can't be seen.
    /// </summary>
    public ImmutableDictionary<Container, TrackedValue> Contents { get; } = contents;

    public TrackedValue this[LocalKey location] => Values.TryGetValue(location, out var value) ? value : TrackedValue.Nothing;

    public UploadStates this[CreationSite site] => Uploads.TryGetValue(site, out var states) ? states : UploadStates.None;

    public TrackedValue this[Container container] => Contents.TryGetValue(container, out var content) ? content : TrackedValue.Other;

    /// <summary>What is in the containers that a value may be.</summary>
    public TrackedValue ContentOf(TrackedValue value)
        => value.Containers.Aggregate(value.MayBeOther ? TrackedValue.Other : TrackedValue.Nothing, (content, container) => content.Join(this[container]));

    /// <summary>The state after a value is assigned to a location.</summary>
    public FlowState Assign(LocalKey location, TrackedValue value) => new(Values.SetItem(location, value), Uploads, Contents);

    /// <summary>The state after a creation site is executed. Values that stood for the upload it created before are no longer tracked.</summary>
    public FlowState Create(CreationSite site)
        => new(Replace(Values, value => value.Without(site)), Uploads.SetItem(site, UploadStates.Created), Replace(Contents, value => value.Without(site)));

    /// <summary>The state after a container is made. Values that stood for the container made there before are no longer tracked.</summary>
    public FlowState Make(Container container, TrackedValue content)
    {
        var former = this[container];
        return new(Replace(Values, value => value.Without(container, former)), Uploads, Contents.SetItem(container, content));
    }

    /// <summary>The state after something is added to the containers that a value may be. Containers within containers aren't tracked.</summary>
    public FlowState Add(TrackedValue value, TrackedValue content)
    {
        if (value.MayBeOther || value.Containers.Any(container => this[container].MayBe(ValueRoles.Untracked)) || content.ReachableContainers.Any())
        {
            return Hide(content).Hide(value);
        }

        return new(
            Values,
            Uploads,
            value.Containers.Aggregate(Contents, (contents, container) => contents.SetItem(container, this[container].Join(content))));
    }

    public FlowState Put(CreationSite site)
        => Step(site, states => states == UploadStates.Confirmed ? states : (states & UploadStates.Confirmed) | UploadStates.Put);

    public FlowState Confirm(CreationSite site)
        => Step(site, states =>
            ((states & (UploadStates.Put | UploadStates.Confirmed)) != 0 ? UploadStates.Confirmed : UploadStates.None)
            | ((states & (UploadStates.Created | UploadStates.ConfirmedUnput)) != 0 ? UploadStates.ConfirmedUnput : UploadStates.None));

    /// <summary>The state after a confirmation that may be of this upload or of another.</summary>
    public FlowState ConfirmMaybe(CreationSite site) => new(Values, Uploads.SetItem(site, this[site] | Confirm(site)[site]), Contents);

    /// <summary>The state after a value is given to code that can't be seen. Every upload that can be reached from it becomes unknown.</summary>
    public FlowState Hide(TrackedValue value)
    {
        var containers = value.ReachableContainers.ToList();
        var sites = value.ReachableSites.Concat(containers.SelectMany(container => this[container].ReachableSites));
        return new(
            Values,
            sites.Aggregate(Uploads, (uploads, site) => uploads.SetItem(site, UploadStates.Unknown)),
            containers.Aggregate(Contents, (contents, container) => contents.SetItem(container, TrackedValue.Other)));
    }

    /// <summary>The state after anything may have happened: every upload becomes unknown.</summary>
    public FlowState HideAll()
        => new(
            Values,
            Uploads.SetItems(Uploads.Keys.Select(site => new KeyValuePair<CreationSite, UploadStates>(site, UploadStates.Unknown))),
            Contents.SetItems(Contents.Keys.Select(container => new KeyValuePair<Container, TrackedValue>(container, TrackedValue.Other))));

    public bool Equals(FlowState? other)
        => ReferenceEquals(this, other)
            || (other is not null && AreEqual(Values, other.Values) && AreEqual(Uploads, other.Uploads) && AreEqual(Contents, other.Contents));

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    public override int GetHashCode() => (Values.Count * 31) + Uploads.Count;

    private FlowState Step(CreationSite site, Func<UploadStates, UploadStates> step)
    {
        var states = this[site];
        return new(Values, Uploads.SetItem(site, step(states & ~UploadStates.Unknown) | (states & UploadStates.Unknown)), Contents);
    }

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
