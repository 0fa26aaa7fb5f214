using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>Says what an operation does to the state.</summary>
/// <typeparam name="TState">Immutable; compared by value.</typeparam>
internal interface ITransferFunction<TState>
    where TState : class, IEquatable<TState>
{
    /// <summary>The state after a statement of a block.</summary>
    TState Apply(IOperation operation, TState state);

    /// <summary>The state after the value that a block ends with: its condition, or the value that it returns or throws.</summary>
    TState ApplyBranchValue(IOperation value, TState state);
}
