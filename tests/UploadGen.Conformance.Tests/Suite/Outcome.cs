namespace UploadGen.Conformance.Tests.Suite;

/// <summary>What became of a scenario.</summary>
/// <param name="Spec">The spec whose client was called; null where no document of the suite has the scenario.</param>
/// <param name="Verdict">The server's: <c>pass</c>, <c>fail</c>, <c>not-implemented</c>.</param>
/// <param name="Fault">What the call ended with, or what is wrong with what the client made of the answer.</param>
internal sealed record Outcome(string? Spec, string Verdict, Exception? Fault)
{
    public bool IsPassed => Verdict == "pass" && Fault is null;

    public override string ToString() => $"{Verdict}; {(Fault is null ? "no exception" : $"{Fault.GetType().Name}: {Fault.Message.ReplaceLineEndings(" ")}")}";
}
