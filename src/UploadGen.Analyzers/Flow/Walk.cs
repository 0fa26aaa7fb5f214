namespace UploadGen.Analyzers.Flow;

/// <summary>One walk over a range of blocks: the whole graph, or a finally region on one way through it.</summary>
/// <typeparam name="TState">Immutable; compared by value.</typeparam>
internal sealed class Walk<TState>(int firstBlock, int lastBlock, Walk<TState>? outer)
    where TState : class, IEquatable<TState>
{
    private readonly Dictionary<int, TState> _entries = [];
    private readonly SortedSet<int> _pending = [];

    /// <summary>The state at the end of the range; null while the end isn't reached.</summary>
    public TState? Exit { get; private set; }

    /// <summary>The state where a block of the range is entered; null while the block isn't reached.</summary>
    public TState? EntryOf(int block) => _entries.TryGetValue(block, out var entry) ? entry : null;

    /// <summary>Notes that a block is entered with a state. The block must be visited again if its state changes by that.</summary>
    public void Enter(int block, TState state, ILattice<TState> lattice)
    {
        if (outer is not null && (block < firstBlock || block > lastBlock))
        {
            outer.Enter(block, state, lattice);
            return;
        }

        var known = _entries.TryGetValue(block, out var entry);
        var joined = known ? lattice.Join(entry!, state) : state;
        if (!known || !joined.Equals(entry!))
        {
            _entries[block] = joined;
            _pending.Add(block);
        }
    }

    /// <summary>Notes that the range is left at its end with a state.</summary>
    public void Leave(TState state, ILattice<TState> lattice) => Exit = Exit is null ? state : lattice.Join(Exit, state);

    /// <summary>The next block to visit, with the state where it is entered; null when all are done.</summary>
    public (int Block, TState Entry)? TakeBlock()
    {
        if (_pending.Count == 0)
        {
            return null;
        }

        var block = _pending.Min;
        _pending.Remove(block);
        return (block, _entries[block]);
    }
}
