using System.Collections.Immutable;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// What is known about a value: the uploads that it may stand for, and in which role. A session, the task that returns it and its id all stand for
/// the upload. The states of each upload are those on the paths where the value stands for it: on another path another session may have taken its place.
/// Immutable; compares by value.
/// </summary>
internal sealed class TrackedValue : IEquatable<TrackedValue>
{
    private static readonly ImmutableDictionary<CreationSite, UploadStates> NoUploads = ImmutableDictionary<CreationSite, UploadStates>.Empty;
    private static readonly ImmutableHashSet<Container> NoContainers = ImmutableHashSet<Container>.Empty;
    private static readonly ImmutableArray<TrackedValue> NoElements = ImmutableArray<TrackedValue>.Empty;

    /// <summary>A value that stands for no upload: null, a default, or a variable that isn't assigned yet.</summary>
    public static readonly TrackedValue Nothing = new(NoUploads, mayBeOther: false, ValueRoles.None, NoContainers, NoElements);

    /// <summary>A value that isn't tracked.</summary>
    public static readonly TrackedValue Other = new(NoUploads, mayBeOther: true, ValueRoles.Untracked, NoContainers, NoElements);

    /// <summary>The content of a container that code out of sight knows.</summary>
    public static readonly TrackedValue Escaped = Other.As(ValueRoles.Untracked | ValueRoles.Escaped);

    private TrackedValue(
        ImmutableDictionary<CreationSite, UploadStates> uploads,
        bool mayBeOther,
        ValueRoles roles,
        ImmutableHashSet<Container> containers,
        ImmutableArray<TrackedValue> elements)
    {
        Uploads = uploads;
        MayBeOther = mayBeOther;
        Roles = roles;
        Containers = containers;
        Elements = elements;
    }

    /// <summary>The uploads that the value itself may stand for, without those of a tuple's elements and of a container's content, and their states.</summary>
    public ImmutableDictionary<CreationSite, UploadStates> Uploads { get; }

    public IEnumerable<CreationSite> Sites => Uploads.Keys;

    /// <summary>May it stand for something else, too?</summary>
    public bool MayBeOther { get; }

    /// <summary>What the value may be.</summary>
    public ValueRoles Roles { get; }

    /// <summary>The containers that it may be.</summary>
    public ImmutableHashSet<Container> Containers { get; }

    /// <summary>A tuple's elements, or the members of an anonymous object; empty for everything else.</summary>
    public ImmutableArray<TrackedValue> Elements { get; }

    /// <summary>What the value or one of a tuple's elements may be.</summary>
    public ValueRoles AllRoles => Elements.Aggregate(Roles, (roles, element) => roles | element.AllRoles);

    /// <summary>Is nothing known of it, and nothing in it?</summary>
    public bool IsUntracked => (Roles & ~ValueRoles.Untracked) == 0 && Uploads.IsEmpty && Containers.IsEmpty && Elements.IsEmpty;

    /// <summary>May it be something that was read from a session?</summary>
    public bool IsPart => (Roles & ValueRoles.Part) != 0;

    /// <summary>The one upload that it certainly stands for; null if there may be others.</summary>
    public CreationSite? OnlySite => !MayBeOther && Uploads.Count == 1 && (Roles & ValueRoles.Element) == 0 ? Uploads.Keys.First() : null;

    /// <summary>Every upload that can be reached from the value itself.</summary>
    public IEnumerable<CreationSite> ReachableSites => Elements.IsEmpty ? Sites : Sites.Concat(Elements.SelectMany(element => element.ReachableSites));

    /// <summary>Every container that can be reached from the value itself.</summary>
    public IEnumerable<Container> ReachableContainers
        => Elements.IsEmpty ? Containers : Containers.Concat(Elements.SelectMany(element => element.ReachableContainers));

    public static TrackedValue From(CreationSite site, UploadStates states = UploadStates.Created)
        => new(NoUploads.Add(site, states), mayBeOther: false, ValueRoles.Session, NoContainers, NoElements);

    public static TrackedValue From(Container container) => new(NoUploads, mayBeOther: false, ValueRoles.Container, NoContainers.Add(container), NoElements);

    public static TrackedValue Tuple(IEnumerable<TrackedValue> elements)
        => new(NoUploads, mayBeOther: true, ValueRoles.Untracked, NoContainers, elements.ToImmutableArray());

    /// <summary>Something that depends on uploads but doesn't stand for them.</summary>
    public static TrackedValue About(IEnumerable<KeyValuePair<CreationSite, UploadStates>> uploads, ValueRoles role)
    {
        var all = NoUploads.ToBuilder();
        foreach (var upload in uploads)
        {
            all[upload.Key] = (all.TryGetValue(upload.Key, out var states) ? states : UploadStates.None) | upload.Value;
        }

        return all.Count == 0 ? Other : new(all.ToImmutable(), mayBeOther: true, role, NoContainers, NoElements);
    }

    /// <summary>Is it in these roles only, on every path?</summary>
    public bool IsCertainly(ValueRoles roles) => Roles != ValueRoles.None && (Roles & ~roles) == 0;

    /// <summary>Is it in one of these roles on some path?</summary>
    public bool MayBe(ValueRoles roles) => (Roles & roles) != 0;

    /// <summary>As far as it belongs to uploads, is it in these roles only, tuples' elements included?</summary>
    public bool IsOnly(ValueRoles roles) => (AllRoles & roles) != 0 && (AllRoles & ~(roles | ValueRoles.Untracked)) == 0;

    /// <summary>The value in another role, for the same uploads.</summary>
    public TrackedValue As(ValueRoles roles) => new(Uploads, MayBeOther, roles, Containers, Elements);

    /// <summary>A value that was computed from this one. It depends on the upload but doesn't stand for it.</summary>
    public TrackedValue AsDerived()
        => Depending(
            IsOnly(ValueRoles.Detail) || (MayBe(ValueRoles.Element) && IsOnly(ValueRoles.Headers | ValueRoles.Element)) ? ValueRoles.Detail
                : IsOnly(ValueRoles.Answer) ? ValueRoles.Answer
                : ValueRoles.Derived);

    /// <summary>A value that depends on the upload in this role.</summary>
    public TrackedValue Depending(ValueRoles role)
        => AllUploads() is { IsEmpty: false } uploads ? new(uploads, mayBeOther: true, role, NoContainers, NoElements)
            : MayBeOther || !Containers.IsEmpty ? Other
            : Nothing;

    /// <summary>The tuple with one element replaced. A value that isn't known as a tuple stays as it is.</summary>
    public TrackedValue WithElement(int index, TrackedValue element)
        => index < Elements.Length ? new(Uploads, MayBeOther, Roles, Containers, Elements.SetItem(index, element)) : this;

    /// <summary>The states of an upload on the paths where the value stands for it.</summary>
    public UploadStates StatesOf(CreationSite site)
        => Elements.Aggregate(
            Uploads.TryGetValue(site, out var states) ? states : UploadStates.None,
            (joined, element) => joined | element.StatesOf(site));

    /// <summary>The value after the states of an upload have changed.</summary>
    public TrackedValue Change(CreationSite site, Func<UploadStates, UploadStates> change)
        => !ReachableSites.Contains(site) ? this
            : new(
                Uploads.TryGetValue(site, out var states) ? Uploads.SetItem(site, change(states)) : Uploads,
                MayBeOther,
                Roles,
                Containers,
                Elements.Select(element => element.Change(site, change)).ToImmutableArray());

    /// <summary>The value where an upload is in some of the states only. In others it isn't what the value stands for.</summary>
    public TrackedValue Restrict(CreationSite site, UploadStates allowed)
        => !ReachableSites.Contains(site) ? this
            : new(
                !Uploads.TryGetValue(site, out var states) ? Uploads
                    : (states & allowed) == UploadStates.None ? Uploads.Remove(site)
                    : Uploads.SetItem(site, states & allowed),
                MayBeOther,
                Roles,
                Containers,
                Elements.Select(element => element.Restrict(site, allowed)).ToImmutableArray());

    /// <summary>The value after the site created another upload. If the value stood for the former one, it now stands for something untracked.</summary>
    public TrackedValue Without(CreationSite site)
        => !ReachableSites.Contains(site) ? this
            : new(
                Uploads.Remove(site),
                MayBeOther || Uploads.ContainsKey(site),
                Roles,
                Containers,
                Elements.Select(element => element.Without(site)).ToImmutableArray());

    /// <summary>The value after another container was made in the place of this one. The former container and its content are no longer tracked.</summary>
    public TrackedValue Without(Container container, TrackedValue content)
        => !ReachableContainers.Contains(container) ? this
            : new(
                Containers.Contains(container) ? Union(Uploads, content.Uploads) : Uploads,
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
            bothTuples ? Union(Uploads, other.Uploads) : Union(AllUploads(), other.AllUploads()),
            MayBeOther || other.MayBeOther,
            bothTuples ? Roles | other.Roles : AllRoles | other.AllRoles,
            bothTuples ? Containers.Union(other.Containers) : ReachableContainers.Concat(other.ReachableContainers).ToImmutableHashSet(),
            bothTuples ? Elements.Zip(other.Elements, (left, right) => left.Join(right)).ToImmutableArray() : NoElements);
    }

    public bool Equals(TrackedValue? other)
        => ReferenceEquals(this, other)
            || (other is not null && MayBeOther == other.MayBeOther && Roles == other.Roles
                && AreEqual(Uploads, other.Uploads) && Containers.SetEquals(other.Containers) && Elements.SequenceEqual(other.Elements));

    public override bool Equals(object? obj) => Equals(obj as TrackedValue);

    public override int GetHashCode() => (Uploads.Count * 31) + Elements.Length + (int)Roles;

    private ImmutableDictionary<CreationSite, UploadStates> AllUploads()
        => Elements.Aggregate(Uploads, (uploads, element) => Union(uploads, element.AllUploads()));

    private static ImmutableDictionary<CreationSite, UploadStates> Union(
        ImmutableDictionary<CreationSite, UploadStates> left, ImmutableDictionary<CreationSite, UploadStates> right)
        => left.IsEmpty ? right
            : right.Aggregate(left, (joined, upload) => joined.SetItem(
                upload.Key, joined.TryGetValue(upload.Key, out var states) ? states | upload.Value : upload.Value));

    private static bool AreEqual(ImmutableDictionary<CreationSite, UploadStates> left, ImmutableDictionary<CreationSite, UploadStates> right)
        => ReferenceEquals(left, right)
            || (left.Count == right.Count && left.All(upload => right.TryGetValue(upload.Key, out var states) && states == upload.Value));
}
