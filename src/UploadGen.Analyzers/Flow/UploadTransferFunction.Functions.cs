using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <content>Lambdas and local functions where they are made or called.</content>
internal sealed partial class UploadTransferFunction
{
    /// <summary>From here on the function may run. If it confirms what it captures, that may be confirmed at any time.</summary>
    private TrackedValue EvaluateFunction(IMethodSymbol function)
    {
        foreach (var captured in _facts.Captured.TryGetValue(function, out var variables) ? variables : [])
        {
            var value = Read(captured.Variable);
            Seen.Ask(value, captured.IsAsserted);
            _state = captured.IsConfirmed ? _state.Capture(value) : _state;
        }

        return TrackedValue.Other;
    }

    /// <summary>
    /// What a lambda returns that is given an argument; null if it does more than read or confirm it, or if it isn't a lambda. When a query runs its lambda
    /// isn't known: one that confirms may do so at any time.
    /// </summary>
    private TrackedValue? ResultOf(IOperation function, TrackedValue argument)
    {
        if (LambdaOf(function) is not { Symbol: { Parameters: { Length: > 0 } parameters } symbol } lambda)
        {
            return null;
        }

        if (!_queried.TryGetValue(lambda, out var transfer))
        {
            _queried.Add(lambda, transfer = new(_graph.GetAnonymousFunctionControlFlowGraph(lambda), _facts) { _returnsToSight = true });
        }

        var entry = parameters.Aggregate(_state, (state, parameter) => state.Assign(new LocalKey(parameter), TrackedValue.Other))
            .Assign(new LocalKey(parameters[0]), argument);
        var analysis = new ForwardDataFlowAnalysis<FlowState>(transfer._graph, FlowStateLattice.Instance, transfer, _facts.CancellationToken);
        if (!analysis.Run(entry) || analysis.Exit is not { } exit || transfer.Seen.Sites.Any() || !exit.KeepsContentsOf(entry))
        {
            return null;
        }

        if (!exit.KeepsUploadsOf(entry))
        {
            if (!transfer.Seen.Steps.All(step => step.Method.Steps == UploadSteps.Confirm) || !OnlyConfirms(entry, exit))
            {
                return null;
            }

            Seen.Bind(symbol, parameters[0], argument);
            _state = _state.Capture(argument);
        }

        _state = _state.TakeContentsOf(exit);
        return transfer.Returned;
    }

    private static bool OnlyConfirms(FlowState before, FlowState after)
        => after.Uploads.All(upload => (upload.Value & ~(before[upload.Key] | UploadStates.Confirmed | UploadStates.ConfirmedUnput)) == 0);

    private static IFlowAnonymousFunctionOperation? LambdaOf(IOperation function) => function switch
    {
        IFlowAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation creation => LambdaOf(creation.Target),
        IConversionOperation conversion => LambdaOf(conversion.Operand),
        _ => null,
    };
}
