namespace UploadGen.Generator.Naming;

/// <summary>
/// The types that a person has beside generated ones, by <c>using UploadGen</c>. A generated type of such a name would be ambiguous wherever somebody writes it
/// (CS0104). Generic types aren't among them: nobody takes one for another.
/// </summary>
internal static class EngineNames
{
    private const string Suffix = "Model";

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "ApiCredential", "ApiException", "AsyncItems", "IUploadJournal", "JournalClaim", "JournalEvent", "JournalKey", "JournalPart", "JournalRecord",
        "PartsUploadOptions", "RequestValidationException", "ResponseFormatException", "ResponseScope", "UploadCanceledException", "UploadClientOptions",
        "UploadContent", "UploadException", "UploadGenException", "UploadJournal", "UploadManyOptions", "UploadManyProgress", "UploadProgress",
        "UploadOptions", "UploadRetryOptions", "UploadState", "UploadStateFile", "UploadStatus", "UploadStep", "ValidationExtensions", "Violation",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> All => Taken;

    /// <summary>The name of a generated type, which is none of them: <c>UploadState</c> becomes <c>UploadStateModel</c>.</summary>
    public static string Avoid(string name) => Taken.Contains(name) ? name + Suffix : name;
}
