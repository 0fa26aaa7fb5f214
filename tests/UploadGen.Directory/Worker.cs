using System.Diagnostics;

namespace UploadGen.Directory;

/// <summary>
/// A process of this program that tries documents, one after the other. It is replaced when it has grown too large, takes too long over a document, or ends
/// by itself: that costs this one trial only.
/// </summary>
internal sealed class Worker(OpenApiDirectory directory) : IDisposable
{
    /// <summary>The argument that makes this program a worker.</summary>
    public const string Command = "work";

    private const long MaxBytes = 4L << 30;

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(20);

    private Process? _process;

    /// <summary>What a worker process does: reads <c>tool, document, file</c> from standard input, and writes the trial to standard output.</summary>
    public static async Task<int> ServeAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var (tool, document, file) = line.Split('\t') is [var first, var second, var third] ? (first, second, third) : throw new FormatException(line);
            var trial = tool == NSwagTrial.Tool ? await NSwagTrial.RunAsync(document, file) : await UploadGenTrial.RunAsync(document, file);
            using var self = Process.GetCurrentProcess();
            Console.WriteLine((trial with { PeakMiB = self.PeakWorkingSet64 >> 20 }).ToLine());
        }

        return 0;
    }

    public async Task<Trial> TryAsync(string tool, string document)
    {
        var file = directory.FileOf(document);
        var bytes = new FileInfo(file).Length;
        var process = await StartedAsync();
        try
        {
            var line = await AskAsync(process, tool, document, file);
            if (line is not null)
            {
                ReplaceIfLarge(process);
                return Trial.Parse(line);
            }

            await process.WaitForExitAsync();
            var reason = $"the process ended with exit code {process.ExitCode}";
            Dispose();
            return Trial.Failed(tool, document, bytes, reason);
        }
        catch (OperationCanceledException)
        {
            Dispose();
            return Trial.Failed(tool, document, bytes, $"not done after {Timeout.TotalMinutes} minutes");
        }
    }

    public void Dispose()
    {
        if (_process is { } process)
        {
            process.Kill();
            process.Dispose();
            _process = null;
        }
    }

    private static async Task<string?> AskAsync(Process process, string tool, string document, string file)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        await process.StandardInput.WriteLineAsync($"{tool}\t{document}\t{file}".AsMemory(), timeout.Token);
        await process.StandardInput.FlushAsync(timeout.Token);
        return await process.StandardOutput.ReadLineAsync(timeout.Token);
    }

    /// <summary>A process that has had a small document already, so that its compiler is warm.</summary>
    private async Task<Process> StartedAsync()
    {
        if (_process is null)
        {
            var command = new ProcessStartInfo(Environment.ProcessPath!, [Command]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            _process = Process.Start(command)!;
            foreach (var tool in new[] { UploadGenTrial.Tool, NSwagTrial.Tool })
            {
                await AskAsync(_process, tool, "runflow.json", Repository.Spec("runflow.json"));
            }
        }

        return _process;
    }

    private void ReplaceIfLarge(Process process)
    {
        process.Refresh();
        if (process.WorkingSet64 > MaxBytes)
        {
            Dispose();
        }
    }
}
