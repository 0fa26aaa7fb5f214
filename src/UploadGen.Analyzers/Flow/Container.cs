using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// An object made in a body that holds values: an HTTP message with its address, a list, the body of a request. Each place in the code that makes one has
/// one instance, so that containers compare by identity.
/// </summary>
internal sealed class Container(ContainerKind kind, IOperation creation)
{
    public ContainerKind Kind { get; } = kind;

    public IOperation Creation { get; } = creation;
}

internal enum ContainerKind
{
    /// <summary>An <c>HttpRequestMessage</c>: it holds the address it goes to, and its content.</summary>
    Message,

    /// <summary>An <c>HttpContent</c>.</summary>
    Content,

    /// <summary>An array, a list or a dictionary: it holds its elements, all as one.</summary>
    Collection,

    /// <summary>A text that is being put together.</summary>
    Text,

    /// <summary>Another object: it holds the values of its members.</summary>
    Object,
}
