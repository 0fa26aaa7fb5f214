using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// Walks a control flow graph until the states no longer change. This class knows the graph only. The lattice joins states, and the transfer
/// function says what an operation does to them.
/// <list type="bullet">
/// <item>A catch or filter is entered from every point of its try, before and after each statement.</item>
/// <item>A finally is walked once for each branch through it and once for exceptions, so that the states of different ways aren't mixed.</item>
/// <item>A statement that never ends, such as a call that ends the process, leads nowhere but to the handlers of an exception.</item>
/// <item>A branch on a constant, as in <c>while (true)</c>, is followed only to the side that is taken.</item>
/// </list>
/// </summary>
/// <typeparam name="TState">Immutable; compared by value.</typeparam>
internal sealed class ForwardDataFlowAnalysis<TState>(
    ControlFlowGraph graph, ILattice<TState> lattice, ITransferFunction<TState> transfer, CancellationToken cancellationToken)
    where TState : class, IEquatable<TState>
{
    // Code that people write needs far less. Finally blocks nested within each other multiply the visits.
    private const int MaximumBlockVisits = 20_000;

    private readonly Dictionary<ControlFlowRegion, (TState Entry, TState? Exit)> _exceptionalFinally = [];
    private int _blockVisits;

    /// <summary>The state where the graph is left without an exception; null before the walk, or if there is no such way.</summary>
    public TState? Exit { get; private set; }

    /// <summary>Walks the graph. False means that the walk took too long and was given up, so that the transfer function hasn't seen everything.</summary>
    public bool Run(TState entry)
    {
        var walk = new Walk<TState>(0, graph.Blocks.Length - 1, outer: null);
        walk.Enter(0, entry, lattice);
        Complete(walk);
        Exit = walk.EntryOf(graph.Blocks.Length - 1);
        return _blockVisits <= MaximumBlockVisits;
    }

    private void Complete(Walk<TState> walk)
    {
        while (walk.TakeBlock() is var (block, entry) && ++_blockVisits <= MaximumBlockVisits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            VisitBlock(graph.Blocks[block], entry, walk);
        }
    }

    private void VisitBlock(BasicBlock block, TState state, Walk<TState> walk)
    {
        Raise(block, state, walk);
        var goesOn = true;
        foreach (var operation in block.Operations)
        {
            (state, goesOn) = transfer.Apply(operation, state);
            Raise(block, state, walk);
            if (!goesOn)
            {
                return;
            }
        }

        if (block.BranchValue is { } value)
        {
            (state, goesOn) = block.ConditionKind == ControlFlowConditionKind.None ? transfer.ApplyResult(value, state) : transfer.ApplyCondition(value, state);
            Raise(block, state, walk);
            if (!goesOn)
            {
                return;
            }
        }

        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            Follow(block.ConditionalSuccessor, state, walk);
            Follow(block.FallThroughSuccessor, state, walk);
            return;
        }

        var jumpsIf = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        FollowIf(jumpsIf, block.ConditionalSuccessor, block.BranchValue!, state, walk);
        FollowIf(!jumpsIf, block.FallThroughSuccessor, block.BranchValue!, state, walk);
    }

    private void FollowIf(bool outcome, ControlFlowBranch? branch, IOperation condition, TState state, Walk<TState> walk)
    {
        var isPossible = condition.ConstantValue is not { HasValue: true, Value: bool constant } || constant == outcome;
        if (isPossible && transfer.Assume(condition, outcome, state) is { } assumed)
        {
            Follow(branch, assumed, walk);
        }
    }

    private void Follow(ControlFlowBranch? branch, TState state, Walk<TState> walk)
    {
        if (branch is null)
        {
            return;
        }

        foreach (var region in branch.FinallyRegions)
        {
            if (WalkFinally(region, state, walk) is not { } exit)
            {
                return;
            }

            state = exit;
        }

        if (branch.Destination is { } destination)
        {
            walk.Enter(destination.Ordinal, state, lattice);
        }
        else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling && EndsFinally(branch.Source))
        {
            walk.Leave(state, lattice);
        }
    }

    /// <summary>Takes the state to every handler that an exception thrown in the block can reach, the innermost first.</summary>
    private void Raise(BasicBlock block, TState state, Walk<TState> walk)
    {
        // A lambda's root region lies within a region of its method. The lambda's own graph ends at the root.
        for (var region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root && region.EnclosingRegion is { } enclosing; region = enclosing)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
            {
                continue;
            }

            foreach (var handler in enclosing.NestedRegions)
            {
                if (handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                {
                    walk.Enter(handler.FirstBlockOrdinal, state, lattice);
                }
                else if (handler.Kind == ControlFlowRegionKind.Finally)
                {
                    if (WalkExceptionalFinally(handler, state, walk) is not { } exit)
                    {
                        return;
                    }

                    state = exit;
                }
            }
        }
    }

    private TState? WalkExceptionalFinally(ControlFlowRegion region, TState state, Walk<TState> outer)
    {
        var known = _exceptionalFinally.TryGetValue(region, out var seen);
        var entry = known ? lattice.Join(seen.Entry, state) : state;
        if (known && entry.Equals(seen.Entry))
        {
            return seen.Exit;
        }

        var exit = WalkFinally(region, entry, outer);
        _exceptionalFinally[region] = (entry, exit);
        return exit;
    }

    /// <summary>The state after a finally that was entered with a state; null if the end of the finally is never reached.</summary>
    private TState? WalkFinally(ControlFlowRegion region, TState state, Walk<TState> outer)
    {
        var walk = new Walk<TState>(region.FirstBlockOrdinal, region.LastBlockOrdinal, outer);
        walk.Enter(region.FirstBlockOrdinal, state, lattice);
        Complete(walk);
        return walk.Exit;
    }

    /// <summary>A filter ends with the same kind of branch as a finally. It leads nowhere: Raise has entered the handler already.</summary>
    private static bool EndsFinally(BasicBlock block)
    {
        var region = block.EnclosingRegion;
        while (region.Kind is not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Root))
        {
            region = region.EnclosingRegion!;
        }

        return region.Kind == ControlFlowRegionKind.Finally;
    }
}
