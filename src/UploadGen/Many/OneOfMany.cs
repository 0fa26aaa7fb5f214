namespace UploadGen.Core;

/// <summary>The upload of one file among many.</summary>
/// <param name="Flow">The flow's name, by which a journal keeps the files of several flows apart.</param>
/// <param name="RunAsync">Uploads the file, unless the API says that it has it.</param>
/// <param name="ResultJson">Writes the result into the journal and reads it back.</param>
internal sealed record OneOfMany<TResult>(
    string Flow, Func<FileTally, JournalClaim?, CancellationToken, Task<(TResult Result, bool IsSent)>> RunAsync, JournalJson<TResult> ResultJson);
