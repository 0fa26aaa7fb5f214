namespace UploadGen.Core;

/// <summary>One upload, whose requests share a budget for retries. It flows with the calls that the upload makes.</summary>
internal sealed class RetryScope
{
    private static readonly AsyncLocal<RetryScope?> Running = new();

    private RetryBudget? _budget;

    /// <summary>The upload that runs; <see langword="null"/> for a call that is none.</summary>
    public static RetryScope? Current => Running.Value;

    /// <summary>Begins an upload. To be called in an asynchronous method, with which it ends.</summary>
    public static void Begin() => Running.Value = new RetryScope();

    /// <summary>The upload's budget, which is there from the first request on.</summary>
    public RetryBudget Budget(int capacity)
        => _budget ?? Interlocked.CompareExchange(ref _budget, new RetryBudget(capacity), null) ?? _budget;
}
