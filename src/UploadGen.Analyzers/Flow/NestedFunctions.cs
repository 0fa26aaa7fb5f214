using Microsoft.CodeAnalysis.FlowAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>Finds the lambdas and local functions that are made right in a function. An expression tree isn't code that runs.</summary>
internal static class NestedFunctions
{
    public static List<NestedFunction> Of(ControlFlowGraph graph, CancellationToken cancellationToken)
        => graph.LocalFunctions
            .Select(function => new NestedFunction(function, graph.GetLocalFunctionControlFlowGraph(function, cancellationToken), lambda: null))
            .Concat(graph.Operations()
                .OfType<IFlowAnonymousFunctionOperation>()
                .Where(lambda => !Doubles.IsQuoted(lambda))
                .Select(lambda => new NestedFunction(lambda.Symbol, graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken), lambda)))
            .ToList();
}
