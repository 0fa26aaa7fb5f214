using UploadGen.EndToEnd.Tests.Faults.Server;

namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>A row of the table of faults.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Step">The step it happens to.</param>
/// <param name="Fault">The fault.</param>
/// <param name="Times">How many requests of that step it hits, from the first on.</param>
/// <param name="Flows">The flows it applies to.</param>
/// <param name="Client">How the client may end.</param>
/// <param name="Server">What the server holds then.</param>
internal sealed record FaultRow(string Name, FaultStep Step, Fault Fault, int Times, IReadOnlyList<Flow> Flows, Outcome Client, Held Server) : IFaults
{
    private int _hits;
    private bool _isBroken;

    /// <summary>The fault that the next request of the step meets.</summary>
    public Fault? Then { get; init; }

    /// <summary>The fault that the file meets before, where the step is one that follows from that.</summary>
    public Fault? Before { get; init; }

    /// <summary>The file's size in bytes.</summary>
    public int Size { get; init; } = 200_000;

    /// <summary>How long the client waits for a byte or an answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many uploads the API opens in all.</summary>
    public int Sessions { get; init; } = 1;

    public Backend Backend { get; init; } = new();

    public Fault? OfConnection(bool toStorage) => Fault.At == At.Connect && toStorage == (Step == FaultStep.Put) ? Hit() : null;

    public Fault? OfRequest(FaultStep step)
        => step == Step && Fault.At != At.Connect ? Hit()
            : step == FaultStep.Put && Before is not null && Interlocked.Exchange(ref _isBroken, true) is false ? Before
            : null;

    public override string ToString() => Name;

    private Fault? Hit()
    {
        var hit = Interlocked.Increment(ref _hits);
        return hit <= Times ? Fault : hit == Times + 1 ? Then : null;
    }
}
