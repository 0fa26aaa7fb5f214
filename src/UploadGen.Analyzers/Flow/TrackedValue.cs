using System.Collections.Immutable;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// What is known about a value: the uploads it may stand for. A session, the task that brings it and its id all stand for the upload. Immutable; compares by value.
/// </summary>
internal sealed class TrackedValue : IEquatable<TrackedValue>
{
    private static readonly ImmutableHashSet<CreationSite> NoSites = ImmutableHashSet<CreationSite>.Empty;
    private static readonly ImmutableArray<TrackedValue> NoElements = ImmutableArray<TrackedValue>.Empty;

    /// <summary>Stands for no upload: null, a default, or not assigned yet.</summary>
    public static readonly TrackedValue Nothing = Of(NoSites, mayBeOther: false, isPart: false);

    /// <summary>Something that isn't tracked.</summary>
    public static readonly TrackedValue Other = Of(NoSites, mayBeOther: true, isPart: false);

    private TrackedValue(ImmutableHashSet<CreationSite> sites, bool mayBeOther, bool isPart, ImmutableArray<TrackedValue> elements)
    {
        Sites = sites;
        MayBeOther = mayBeOther;
        IsPart = isPart;
        Elements = elements;
    }

    /// <summary>The uploads the value itself may stand for; a tuple's are in its elements.</summary>
    public ImmutableHashSet<CreationSite> Sites { get; }

    /// <summary>May it stand for something else, too?</summary>
    public bool MayBeOther { get; }

    /// <summary>Was it read from a session? Then a test of it tells something about the upload, such as that the server has the file already.</summary>
    public bool IsPart { get; }

    /// <summary>A tuple's elements; empty for everything else.</summary>
    public ImmutableArray<TrackedValue> Elements { get; }

    /// <summary>Every upload that can be reached from the value.</summary>
    public IEnumerable<CreationSite> ReachableSites => Elements.IsEmpty ? Sites : Sites.Concat(Elements.SelectMany(element => element.ReachableSites));

    public static TrackedValue Of(CreationSite site) => Of(NoSites.Add(site), mayBeOther: false, isPart: false);

    public static TrackedValue Tuple(IEnumerable<TrackedValue> elements) => new(NoSites, mayBeOther: true, isPart: false, elements.ToImmutableArray());

    /// <summary>The URL or the headers of the upload.</summary>
    public TrackedValue AsPart() => new(Sites, MayBeOther, isPart: true, Elements);

    /// <summary>Something that comes from the upload but doesn't stand for it.</summary>
    public TrackedValue AsDerived()
    {
        var sites = ReachableSites.ToImmutableHashSet();
        return sites.IsEmpty ? (MayBeOther ? Other : Nothing) : Of(sites, mayBeOther: true, isPart: true);
    }

    /// <summary>The tuple with another element; what isn't known as a tuple stays as it is.</summary>
    public TrackedValue WithElement(int index, TrackedValue element)
        => index < Elements.Length ? new(Sites, MayBeOther, IsPart, Elements.SetItem(index, element)) : this;

    /// <summary>The value when what it stood for is no longer the upload of that site.</summary>
    public TrackedValue Without(CreationSite site)
        => ReachableSites.Contains(site)
            ? new(Sites.Remove(site), MayBeOther || Sites.Contains(site), IsPart, Elements.Select(element => element.Without(site)).ToImmutableArray())
            : this;

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

        // A tuple that meets something else is no longer known by its elements.
        var bothTuples = Elements.Length == other.Elements.Length;
        return new(
            bothTuples ? Sites.Union(other.Sites) : ReachableSites.Concat(other.ReachableSites).ToImmutableHashSet(),
            MayBeOther || other.MayBeOther,
            IsPart || other.IsPart,
            bothTuples ? Elements.Zip(other.Elements, (left, right) => left.Join(right)).ToImmutableArray() : NoElements);
    }

    public bool Equals(TrackedValue? other)
        => ReferenceEquals(this, other)
            || (other is not null && MayBeOther == other.MayBeOther && IsPart == other.IsPart
                && Sites.SetEquals(other.Sites) && Elements.SequenceEqual(other.Elements));

    public override bool Equals(object? obj) => Equals(obj as TrackedValue);

    public override int GetHashCode() => (Sites.Count * 31) + Elements.Length;

    private static TrackedValue Of(ImmutableHashSet<CreationSite> sites, bool mayBeOther, bool isPart) => new(sites, mayBeOther, isPart, NoElements);
}
