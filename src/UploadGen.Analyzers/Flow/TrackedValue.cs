using System.Collections.Immutable;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// What is known about a value: the uploads that it may stand for, and in which role. A session, the task that returns it and its id all stand for
/// the upload.
/// Immutable; compares by value.
/// </summary>
internal sealed class TrackedValue : IEquatable<TrackedValue>
{
    private static readonly ImmutableHashSet<CreationSite> NoSites = ImmutableHashSet<CreationSite>.Empty;
    private static readonly ImmutableHashSet<Container> NoContainers = ImmutableHashSet<Container>.Empty;
    private static readonly ImmutableArray<TrackedValue> NoElements = ImmutableArray<TrackedValue>.Empty;

    /// <summary>A value that stands for no upload: null, a default, or a variable that isn't assigned yet.</summary>
    public static readonly TrackedValue Nothing = new(NoSites, mayBeOther: false, ValueRoles.None, NoContainers, NoElements);

    /// <summary>A value that isn't tracked.</summary>
    public static readonly TrackedValue Other = new(NoSites, mayBeOther: true, ValueRoles.Untracked, NoContainers, NoElements);

    private TrackedValue(
        ImmutableHashSet<CreationSite> sites, bool mayBeOther, ValueRoles roles, ImmutableHashSet<Container> containers, ImmutableArray<TrackedValue> elements)
    {
        Sites = sites;
        MayBeOther = mayBeOther;
        Roles = roles;
        Containers = containers;
        Elements = elements;
    }

    /// <summary>The uploads that the value itself may stand for, without those of a tuple's elements and of a container's content.</summary>
    public ImmutableHashSet<CreationSite> Sites { get; }

    /// <summary>May it stand for something else, too?</summary>
    public bool MayBeOther { get; }

    /// <summary>What the value may be.</summary>
    public ValueRoles Roles { get; }

    /// <summary>The containers that it may be.</summary>
    public ImmutableHashSet<Container> Containers { get; }

    /// <summary>A tuple's elements; empty for everything else.</summary>
    public ImmutableArray<TrackedValue> Elements { get; }

    /// <summary>May it be something that was read from a session?</summary>
    public bool IsPart => (Roles & ValueRoles.Part) != 0;

    /// <summary>The one upload that it certainly stands for; null if there may be others.</summary>
    public CreationSite? OnlySite => !MayBeOther && Sites.Count == 1 && (Roles & ValueRoles.Element) == 0 ? Sites.First() : null;

    /// <summary>Every upload that can be reached from the value itself.</summary>
    public IEnumerable<CreationSite> ReachableSites => Elements.IsEmpty ? Sites : Sites.Concat(Elements.SelectMany(element => element.ReachableSites));

    /// <summary>Every container that can be reached from the value itself.</summary>
    public IEnumerable<Container> ReachableContainers
        => Elements.IsEmpty ? Containers : Containers.Concat(Elements.SelectMany(element => element.ReachableContainers));

    public static TrackedValue From(CreationSite site) => new(NoSites.Add(site), mayBeOther: false, ValueRoles.Session, NoContainers, NoElements);

    public static TrackedValue From(Container container) => new(NoSites, mayBeOther: false, ValueRoles.Container, NoContainers.Add(container), NoElements);

    public static TrackedValue Tuple(IEnumerable<TrackedValue> elements)
        => new(NoSites, mayBeOther: true, ValueRoles.Untracked, NoContainers, elements.ToImmutableArray());

    /// <summary>Is it in these roles only, on every path?</summary>
    public bool IsCertainly(ValueRoles roles) => Roles != ValueRoles.None && (Roles & ~roles) == 0;

    /// <summary>Is it in one of these roles on some path?</summary>
    public bool MayBe(ValueRoles roles) => (Roles & roles) != 0;

    /// <summary>The value in another role, for the same uploads.</summary>
    public TrackedValue As(ValueRoles roles) => new(Sites, MayBeOther, roles, Containers, Elements);

    /// <summary>A value that was computed from this one. It depends on the upload but doesn't stand for it.</summary>
    public TrackedValue AsDerived()
    {
        var sites = ReachableSites.ToImmutableHashSet();
        return !sites.IsEmpty ? new(sites, mayBeOther: true, ValueRoles.Derived, NoContainers, NoElements)
            : MayBeOther || !Containers.IsEmpty ? Other
            : Nothing;
    }

    /// <summary>The tuple with one element replaced. A value that isn't known as a tuple stays as it is.</summary>
    public TrackedValue WithElement(int index, TrackedValue element)
        => index < Elements.Length ? new(Sites, MayBeOther, Roles, Containers, Elements.SetItem(index, element)) : this;

    /// <summary>The value after the site created another upload. If the value stood for the former one, it now stands for something untracked.</summary>
    public TrackedValue Without(CreationSite site)
        => !ReachableSites.Contains(site) ? this
            : new(
                Sites.Remove(site),
                MayBeOther || Sites.Contains(site),
                Roles,
                Containers,
                Elements.Select(element => element.Without(site)).ToImmutableArray());

    /// <summary>The value after another container was made in the place of this one. The former container and its content are no longer tracked.</summary>
    public TrackedValue Without(Container container, TrackedValue content)
        => !ReachableContainers.Contains(container) ? this
            : new(
                Containers.Contains(container) ? Sites.Union(content.ReachableSites) : Sites,
                mayBeOther: true,
                Roles | ValueRoles.Untracked,
                Containers.Remove(container),
                Elements.Select(element => element.Without(container, content)).ToImmutableArray());

    public TrackedValue Join(TrackedValue other)
    {
        if (Equals(other) || other.Equals(Nothing))
        {
            return this;
        }

        if (Equals(Nothing))
        {
            return other;
        }

        // A tuple that is joined with something else is no longer tracked by its elements.
        var bothTuples = Elements.Length == other.Elements.Length;
        return new(
            bothTuples ? Sites.Union(other.Sites) : ReachableSites.Concat(other.ReachableSites).ToImmutableHashSet(),
            MayBeOther || other.MayBeOther,
            Roles | other.Roles,
            bothTuples ? Containers.Union(other.Containers) : ReachableContainers.Concat(other.ReachableContainers).ToImmutableHashSet(),
            bothTuples ? Elements.Zip(other.Elements, (left, right) => left.Join(right)).ToImmutableArray() : NoElements);
    }

    public bool Equals(TrackedValue? other)
        => ReferenceEquals(this, other)
            || (other is not null && MayBeOther == other.MayBeOther && Roles == other.Roles
                && Sites.SetEquals(other.Sites) && Containers.SetEquals(other.Containers) && Elements.SequenceEqual(other.Elements));

    public override bool Equals(object? obj) => Equals(obj as TrackedValue);

    public override int GetHashCode() => (Sites.Count * 31) + Elements.Length + (int)Roles;
}
