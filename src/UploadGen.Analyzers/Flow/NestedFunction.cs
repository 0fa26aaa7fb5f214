using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>A lambda or local function within another function.</summary>
internal sealed class NestedFunction(IMethodSymbol symbol, ControlFlowGraph graph, IFlowAnonymousFunctionOperation? lambda)
{
    public IMethodSymbol Symbol { get; } = symbol;

    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>The lambda where it is made; null for a local function.</summary>
    public IFlowAnonymousFunctionOperation? Lambda { get; } = lambda;
}
