using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>What an operation does to what is known.</summary>
/// <typeparam name="TState">Immutable; compared by value.</typeparam>
internal interface ITransferFunction<TState>
    where TState : class, IEquatable<TState>
{
    /// <summary>The state after a statement of a block.</summary>
    TState Apply(IOperation operation, TState state);

    /// <summary>The state after the value a block ends with: a condition, what is returned, or what is thrown.</summary>
    TState ApplyBranchValue(IOperation value, TState state);
}
