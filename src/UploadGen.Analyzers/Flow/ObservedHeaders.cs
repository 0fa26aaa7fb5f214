using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>A call that adds headers of a session to a message or content, with what is known of both, joined over all paths.</summary>
internal sealed class ObservedHeaders(IInvocationOperation invocation)
{
    private readonly HashSet<Container> _carriers = [];

    public IInvocationOperation Invocation { get; } = invocation;

    /// <summary>The messages or contents that the headers may be added to.</summary>
    public IReadOnlyCollection<Container> Carriers => _carriers;

    /// <summary>The headers.</summary>
    public TrackedValue Headers { get; private set; } = TrackedValue.Nothing;

    /// <summary>Adds what is known on one more path to the call.</summary>
    public void Add(IEnumerable<Container> carriers, TrackedValue headers)
    {
        _carriers.UnionWith(carriers);
        Headers = Headers.Join(headers);
    }
}
