using UploadGen.EndToEnd.Tests.Faults.Server;

namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>The one way in which the client may end: with the record, or with an exception of this type that tells all of this.</summary>
/// <param name="Failure">The exception's type without generic arguments; <see langword="null"/> for the record.</param>
/// <param name="Attempts">How often the request was sent that failed in the end.</param>
/// <param name="IsStored">What it says of storage.</param>
/// <param name="Status">The HTTP status it tells of.</param>
/// <param name="Says">What its message holds.</param>
internal sealed record Outcome(string? Failure, int Attempts = 1, bool? IsStored = null, int? Status = null, string Says = "")
{
    /// <summary>The file is up.</summary>
    public static Outcome Record { get; } = new((string?)null);

    public void Hold(Exception? failure, FaultStep step)
    {
        if (failure is not null && Failure is null)
        {
            Assert.Fail($"There should be a record, but: {failure}");
        }

        Assert.Equal(Failure, failure?.GetType().Name.Split('`')[0]);
        if (failure is null)
        {
            return;
        }

        Assert.Contains(Says, failure.Message, StringComparison.Ordinal);
        if (failure is not UploadGenException told)
        {
            return;
        }

        UploadStep? failed = step is FaultStep.Form or FaultStep.Inspect or FaultStep.Discover ? UploadStep.Put : Enum.Parse<UploadStep>($"{step}");
        var status = (told as ApiException)?.StatusCode ?? (told as UploadException)?.StatusCode;
        Assert.Equal((failed, Attempts, IsStored, Status), (told.Step, told.Attempts, told.IsStored, status));
        Assert.NotEmpty(told.OperationId);
    }
}
