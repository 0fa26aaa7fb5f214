using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>A place where a value that may be a presigned URL is logged or stored.</summary>
/// <param name="kind">What is done with the value.</param>
/// <param name="value">The expression.</param>
/// <param name="target">The name of the method or member that it is given to.</param>
internal sealed class ObservedExposure(ExposureKind kind, IOperation value, string target)
{
    public ExposureKind Kind { get; } = kind;

    public IOperation Value { get; } = value;

    public string Target { get; } = target;

    /// <summary>The value that is exposed, joined over all paths.</summary>
    public TrackedValue Exposed { get; private set; } = TrackedValue.Nothing;

    /// <summary>Adds what is known on one more path to the place.</summary>
    public void Add(TrackedValue value) => Exposed = Exposed.Join(value);
}

internal enum ExposureKind
{
    Logged,
    Stored,
}
