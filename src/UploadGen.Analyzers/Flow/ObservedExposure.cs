using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>A place where what may be a presigned URL is written to a log or kept for longer than the upload lasts.</summary>
/// <param name="kind">What becomes of it there.</param>
/// <param name="value">The expression.</param>
/// <param name="target">The name of what it is given to.</param>
internal sealed class ObservedExposure(ExposureKind kind, IOperation value, string target)
{
    public ExposureKind Kind { get; } = kind;

    public IOperation Value { get; } = value;

    public string Target { get; } = target;

    /// <summary>What is exposed, over all paths.</summary>
    public TrackedValue Exposed { get; private set; } = TrackedValue.Nothing;

    /// <summary>Adds what is known on one more way to the place.</summary>
    public void Add(TrackedValue value) => Exposed = Exposed.Join(value);
}

internal enum ExposureKind
{
    Logged,
    Stored,
}
