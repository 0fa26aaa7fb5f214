using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Harness;

/// <summary>Why the steps were run for one document. Cached: not run at all. Unchanged: run, with the same outcome.</summary>
public sealed record RunReasons(
    IncrementalStepRunReason Read,
    IncrementalStepRunReason Parse,
    IncrementalStepRunReason Bind,
    IncrementalStepRunReason Emit,
    IncrementalStepRunReason Output)
{
    public static RunReasons NothingIsRun { get; } = All(IncrementalStepRunReason.Cached);

    public static RunReasons EverythingIsNew { get; } = All(IncrementalStepRunReason.New);

    public static RunReasons EverythingIsModified { get; } = All(IncrementalStepRunReason.Modified);

    /// <summary>The text has to be read again, and no more.</summary>
    public static RunReasons OnlyReadAgain { get; } = NothingIsRun with { Read = IncrementalStepRunReason.Unchanged };

    /// <summary>The document has to be bound again, to find that it says the same.</summary>
    public static RunReasons UpToTheModel { get; } = NothingIsRun with
    {
        Read = IncrementalStepRunReason.Modified,
        Parse = IncrementalStepRunReason.Modified,
        Bind = IncrementalStepRunReason.Unchanged,
    };

    private static RunReasons All(IncrementalStepRunReason reason) => new(reason, reason, reason, reason, reason);
}
