namespace UploadGen.Analyzers.Flow;

/// <summary>A place within a container: a member of an object, or all elements of a collection.</summary>
internal readonly struct Slot(Container container, string member) : IEquatable<Slot>
{
    /// <summary>Where a container keeps what no member of its own is for.</summary>
    public const string Content = "";

    /// <summary>Where a collection keeps the elements that certainly are a URL.</summary>
    public const string Urls = "?";

    public Container Container { get; } = container;

    public string Member { get; } = member;

    public bool Equals(Slot other) => Container == other.Container && Member == other.Member;

    public override bool Equals(object? obj) => obj is Slot other && Equals(other);

    public override int GetHashCode() => Container.GetHashCode() ^ StringComparer.Ordinal.GetHashCode(Member);
}
