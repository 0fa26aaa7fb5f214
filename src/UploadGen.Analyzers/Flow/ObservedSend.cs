using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// A call of an <c>HttpClient</c> that sends a request to what may be a presigned URL, with what was known right before it, joined over all paths.
/// </summary>
internal sealed class ObservedSend(IInvocationOperation invocation, IArgumentOperation argument)
{
    private readonly HashSet<Container> _carried = [];

    public IInvocationOperation Invocation { get; } = invocation;

    /// <summary>The argument that is the URL, or the message with it.</summary>
    public IArgumentOperation Argument { get; } = argument;

    /// <summary>The URL.</summary>
    public TrackedValue Url { get; private set; } = TrackedValue.Nothing;

    /// <summary>The client.</summary>
    public TrackedValue Client { get; private set; } = TrackedValue.Nothing;

    /// <summary>The URL as it was given, or the message with it.</summary>
    public TrackedValue Request { get; private set; } = TrackedValue.Nothing;

    /// <summary>The messages and contents that are sent, as far as they are made in the body.</summary>
    public IReadOnlyCollection<Container> Carried => _carried;

    /// <summary>Adds what is known on one more path to the call.</summary>
    public void Add(TrackedValue client, TrackedValue request, TrackedValue url, IEnumerable<Container> carried)
    {
        _carried.UnionWith(carried);
        Client = Client.Join(client);
        Request = Request.Join(request);
        Url = Url.Join(url);
    }
}
