using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>Reads a graph as a whole.</summary>
internal static class ControlFlowGraphExtensions
{
    /// <summary>Every operation of a graph, without those of the functions nested in it.</summary>
    public static IEnumerable<IOperation> Operations(this ControlFlowGraph graph)
        => graph.Blocks
            .SelectMany(block => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations)
            .SelectMany(operation => operation.DescendantsAndSelf());
}
