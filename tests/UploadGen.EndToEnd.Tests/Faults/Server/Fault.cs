namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>What goes wrong with one request, and when.</summary>
internal sealed record Fault(At At, Ending Ending)
{
    /// <summary>What is answered instead, given the request's head.</summary>
    public Func<string, Answer>? Answer { get; private init; }

    /// <summary>Where the client is sent to, instead of to a server.</summary>
    public Address? Address { get; private init; }

    public static Fault Cut(At at) => new(at, Ending.Close);

    public static Fault Reset(At at) => new(at, Ending.Reset);

    public static Fault Stall(At at) => new(at, Ending.Stall);

    public static Fault Drip(At at) => new(at, Ending.Drip);

    /// <summary>Flips a bit of the body on its way.</summary>
    public static Fault Damage() => new(At.LastByte, Ending.Damage);

    /// <summary>Answers this once the request was read, and does nothing else.</summary>
    public static Fault Refuse(Answer answer, At at = At.LastByte) => Reply(_ => answer, at);

    /// <summary>Does what was asked, but answers this.</summary>
    public static Fault Misreport(Answer answer) => Reply(_ => answer, At.Done);

    public static Fault Reply(Func<string, Answer> answer, At at = At.LastByte) => new(at, Ending.Answer) { Answer = answer };

    public static Fault Unreachable(Address address) => new(At.Connect, Ending.Close) { Address = address };
}
