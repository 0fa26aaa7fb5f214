namespace UploadGen.Corpus.Tests;

/// <summary>A fixed sample of the public directory. <c>tests/UploadGen.Directory</c> is for all of it.</summary>
public class DirectoryTests
{
    private const int SampleSize = 150;

    /// <summary>Larger ones take the compiler long, and the corpus has such.</summary>
    private const int MaxBytes = 1_000_000;

    [Fact]
    public async Task Documents_of_the_public_directory_become_clients_with_every_operation()
    {
        var directory = OpenApiDirectory.Find(out var reason);
        Assert.False(directory is null && Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.SkipWhen(directory is null, reason);

        var faults = new List<string>();
        foreach (var document in Sample(directory!))
        {
            faults.AddRange(await FaultsAsync(document, directory!.FileOf(document)));
        }

        Assert.Empty(faults);
    }

    /// <summary>Spread evenly over the directory, whose order is by vendor.</summary>
    private static IEnumerable<string> Sample(OpenApiDirectory directory)
    {
        var documents = directory.Documents.Where(document => new FileInfo(directory.FileOf(document)).Length <= MaxBytes).ToList();
        return Enumerable.Range(0, SampleSize).Select(index => documents[index * documents.Count / SampleSize]);
    }

    private static async Task<IEnumerable<string>> FaultsAsync(string document, string file)
    {
        var json = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var run = GeneratorRun.Of(json, path: Path.GetFileName(file));
        var diagnostics = await run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken);
        var complaints = run.Result.Exception is { } exception ? [exception.ToString()] : run.Complaints();
        var lost = OperationLosses.Of(json, run, diagnostics).Select(operation => $"{operation.Method} {operation.Path} is lost");
        return complaints.Concat(lost).Select(fault => $"{document}: {fault}");
    }
}
