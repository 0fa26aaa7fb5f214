using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>What is known of a body, with its lambdas and local functions, before its flow is followed.</summary>
internal sealed class BodyFacts(
    UploadAnnotations annotations, HashSet<ISymbol> untrackable, IOwnMethods? methods, CancellationToken cancellationToken)
{
    public UploadAnnotations Annotations { get; } = annotations;

    /// <summary>The variables that aren't tracked.</summary>
    public HashSet<ISymbol> Untrackable { get; } = untrackable;

    /// <summary>What methods without annotations do; null where that isn't asked.</summary>
    public IOwnMethods? Methods { get; } = methods;

    /// <summary>The tracked variables that each lambda or local function captures.</summary>
    public Dictionary<IMethodSymbol, List<CapturedVariable>> Captured { get; } = new(SymbolEqualityComparer.Default);

    public CancellationToken CancellationToken { get; } = cancellationToken;
}
