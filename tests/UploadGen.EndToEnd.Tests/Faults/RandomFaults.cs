using UploadGen.EndToEnd.Tests.Faults.Server;

namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>
/// A fault for most PUTs and some other requests, the same ones for the same seed. Servers are in trouble here, but they tell no lies: what they refuse
/// they don't do, and they say what they hold.
/// </summary>
/// <param name="seed">Decides what goes wrong.</param>
/// <param name="damages">Whether files are damaged on their way, which not all storage tells.</param>
internal sealed class RandomFaults(int seed, bool damages = true) : IFaults
{
    private static readonly At[] Moments = [At.Head, At.FirstByte, At.Half, At.LastByte, At.Done, At.StatusLine, At.HalfAnswer];
    private static readonly int[] Busy = [408, 429, 500, 502, 503, 504];
    private static readonly int[] InTrouble = [500, 502, 503, 504];
    private static readonly int[] Refusals = [400, 401, 403, 404, 409, 411, 413, 417, 422, 451, 501];

    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();

    /// <summary>How many faults there were.</summary>
    public int Count { get; private set; }

    public Fault? OfConnection(bool toStorage)
    {
        lock (_gate)
        {
            return _random.Next(15) == 0 ? Counted(_random.Next(2) == 0 ? Fault.Cut(At.Connect) : Fault.Reset(At.Connect)) : null;
        }
    }

    public Fault? OfRequest(FaultStep step)
    {
        lock (_gate)
        {
            return _random.Next(100) < (step == FaultStep.Put ? 65 : 25) ? Counted(Any(step)) : null;
        }
    }

    /// <summary>Whether a file was damaged on its way to storage.</summary>
    public bool HasDamage { get; private set; }

    private Fault Any(FaultStep step) => _random.Next(100) switch
    {
        < 25 => Fault.Cut(One(Moments)),
        < 45 => Fault.Reset(One(Moments)),
        < 47 => Fault.Stall(One(Moments)),
        < 48 => Fault.Drip(One(Moments)),
        < 65 => Fault.Refuse(new Answer(One(Busy), "", RetryAfter()), One(At.Head, At.Half, At.LastByte)),
        < 75 => Fault.Misreport(new Answer(One(InTrouble), "", RetryAfter())),
        < 80 => Fault.Reply(Answer.Bytes, One(At.Head, At.Half, At.LastByte)),
        < 85 => Repeat(One(Refusals)),
        < 88 => Fault.Refuse(new Answer(One(Refusals)) { IsEndless = true }),
        < 91 => Fault.Refuse(Answer.Xml(One(Refusals), "AccessDenied") with { AnnouncedLength = 9000 }),
        < 95 when step == FaultStep.Put && damages => Damaged(),
        _ when step == FaultStep.Put => Fault.Refuse(Answer.Xml(403, "AccessDenied", "Request has expired"), One(At.Head, At.LastByte)),
        _ => Fault.Refuse(new Answer(429, "", Answer.RetryAfter(0))),
    };

    private Fault Repeat(int status) => Fault.Reply(head => new Answer(status, head), One(At.Head, At.Half, At.LastByte));

    private Fault Damaged()
    {
        HasDamage = true;
        return Fault.Damage();
    }

    private string RetryAfter() => _random.Next(2) == 0 ? Answer.RetryAfter(0) : "X-Nothing: said";

    private T One<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private Fault Counted(Fault fault)
    {
        Count++;
        return fault;
    }
}
