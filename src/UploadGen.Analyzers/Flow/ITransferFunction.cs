using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>Says what an operation does to the state.</summary>
/// <typeparam name="TState">Immutable; compared by value.</typeparam>
internal interface ITransferFunction<TState>
    where TState : class, IEquatable<TState>
{
    /// <summary>The state after a statement of a block, and whether what follows it can be reached.</summary>
    (TState State, bool GoesOn) Apply(IOperation operation, TState state);

    /// <summary>The state after the condition that a block branches on, and whether what follows it can be reached.</summary>
    (TState State, bool GoesOn) ApplyCondition(IOperation condition, TState state);

    /// <summary>The state where a condition has had an outcome; null if it can't have it.</summary>
    TState? Assume(IOperation condition, bool outcome, TState state);

    /// <summary>The state after the value that a block returns or throws, and whether what follows it can be reached.</summary>
    (TState State, bool GoesOn) ApplyResult(IOperation value, TState state);
}
