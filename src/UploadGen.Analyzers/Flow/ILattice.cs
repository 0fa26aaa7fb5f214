namespace UploadGen.Analyzers.Flow;

/// <summary>
/// What can be known at a point of a program, ordered by how much it leaves open. Its height is finite, so that the analysis of a loop ends.
/// </summary>
/// <typeparam name="TState">Immutable; compared by value.</typeparam>
internal interface ILattice<TState>
    where TState : class, IEquatable<TState>
{
    /// <summary>The least state that covers both. It holds where two paths meet.</summary>
    TState Join(TState left, TState right);
}
