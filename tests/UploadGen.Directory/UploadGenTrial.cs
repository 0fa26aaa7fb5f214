namespace UploadGen.Directory;

/// <summary>UploadGen on a document: generated, compiled as strictly as projects come, and its operations looked for.</summary>
internal static class UploadGenTrial
{
    public const string Tool = "uploadgen";

    public static async Task<Trial> RunAsync(string document, string file)
    {
        var json = await File.ReadAllTextAsync(file);
        var begin = Environment.CpuUsage.TotalTime;
        var run = GeneratorRun.Of(json, path: Path.GetFileName(file));
        var generating = Environment.CpuUsage.TotalTime - begin;
        var trial = Trial.Failed(Tool, document, new FileInfo(file).Length, "") with { Generating = generating.TotalSeconds };
        if (run.Result.Exception is { } exception)
        {
            return trial with { Failure = $"{exception.GetType().Name}: {exception.Message}" };
        }

        var compiled = Compiled.Of(run.Output);
        var diagnostics = await run.DocumentDiagnosticsAsync();
        return trial with
        {
            Failure = run.Result.GeneratedSources.IsEmpty ? "nothing was generated" : "",
            Operations = OperationLosses.Operations(json).Count,
            Lost = OperationLosses.Of(json, run, diagnostics).Count,
            Errors = compiled.Errors,
            Warnings = compiled.Warnings,
            Diagnostics = string.Join(' ', diagnostics.CountBy(diagnostic => diagnostic.Id).OrderBy(id => id.Key).Select(id => $"{id.Key}×{id.Value}")),
            Lines = run.Result.GeneratedSources.Sum(source => source.SourceText.Lines.Count),
            AssemblyKiB = compiled.AssemblyKiB,
            Compiling = compiled.Seconds,
            PeakMiB = Environment.WorkingSet >> 20,
            Note = compiled.First,
        };
    }
}
