using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// An object made in a body that holds values: an HTTP message with its address, an array or a list. Each place in the code that makes one has one
/// instance, so that containers compare by identity.
/// </summary>
internal sealed class Container(ContainerKind kind, IOperation creation)
{
    public ContainerKind Kind { get; } = kind;

    public IOperation Creation { get; } = creation;
}

internal enum ContainerKind
{
    /// <summary>An <c>HttpRequestMessage</c>: it holds the address it goes to.</summary>
    Message,

    /// <summary>An array or a list: it holds its elements, all as one.</summary>
    Collection,
}
