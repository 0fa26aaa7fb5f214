using System.Collections.Concurrent;
using System.Globalization;
using UploadGen.Directory;

const string Usage = """
    Usage: dotnet run -c Release --project tests/UploadGen.Directory -- run | table [FILE]

    run     generates and compiles a client for each document of the public directory, and lets NSwag do the same; goes on where it was stopped
    table   prints what came of it

    FILE    the trials so far, directory.tsv in the current folder by default
    """;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var file = args.ElementAtOrDefault(1) ?? "directory.tsv";
switch (args.FirstOrDefault())
{
    case Worker.Command:
        return await Worker.ServeAsync();
    case "table":
        Console.Write(Table.Of(new Results(file)));
        return 0;
    case "run":
        return await RunAsync(new Results(file));
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static async Task<int> RunAsync(Results results)
{
    if (OpenApiDirectory.Find(out var reason) is not { } directory)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }

    // The small ones first: a run that is stopped has most of them.
    var trials = directory.Documents
        .OrderBy(document => new FileInfo(directory.FileOf(document)).Length)
        .SelectMany(document => new[] { (Tool: UploadGenTrial.Tool, Document: document), (Tool: NSwagTrial.Tool, Document: document) })
        .Where(trial => !results.Has(trial.Tool, trial.Document))
        .ToList();
    var queue = new ConcurrentQueue<(string Tool, string Document)>(trials);
    await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => WorkAsync(directory, queue, results)));
    return 0;
}

static async Task WorkAsync(OpenApiDirectory directory, ConcurrentQueue<(string Tool, string Document)> queue, Results results)
{
    using var worker = new Worker(directory);
    while (queue.TryDequeue(out var trial))
    {
        var made = await worker.TryAsync(trial.Tool, trial.Document);
        results.Add(made);
        Console.WriteLine($"{queue.Count} left: {made.ToLine()}");
    }
}
