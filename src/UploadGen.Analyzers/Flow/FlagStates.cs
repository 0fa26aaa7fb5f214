using System.Collections.Immutable;

namespace UploadGen.Analyzers.Flow;

/// <summary>The states that uploads can be in on the paths where a variable has a certain outcome. Immutable; compares by value.</summary>
internal sealed class FlagStates(ImmutableDictionary<CreationSite, UploadStates> uploads) : IEquatable<FlagStates>
{
    public IEnumerable<CreationSite> Sites => uploads.Keys;

    public UploadStates this[CreationSite site] => uploads.TryGetValue(site, out var states) ? states : UploadStates.None;

    public FlagStates With(CreationSite site, UploadStates states) => new(uploads.SetItem(site, states));

    public FlagStates Join(FlagStates other) => other.Sites.Aggregate(this, (joined, site) => joined.With(site, joined[site] | other[site]));

    public bool Equals(FlagStates? other)
        => ReferenceEquals(this, other)
            || (other is not null && uploads.Count == other.Sites.Count() && uploads.All(upload => other[upload.Key] == upload.Value));

    public override bool Equals(object? obj) => Equals(obj as FlagStates);

    public override int GetHashCode() => uploads.Count;
}
