namespace UploadGen.Analyzers.Flow;

/// <summary>What can be known at a point of a program, ordered by how much it leaves open. Finite in height, so that a loop's analysis ends.</summary>
/// <typeparam name="TState">Immutable; compared by value.</typeparam>
internal interface ILattice<TState>
    where TState : class, IEquatable<TState>
{
    /// <summary>What is known where two paths meet: the least state that covers both.</summary>
    TState Join(TState left, TState right);
}
