using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace UploadGen.Benchmarks;

/// <summary>A way to PUT files to a server, sixteen at a time.</summary>
internal sealed record Uploader(string Name, Func<Uri, IReadOnlyList<string>, Task> UploadAsync)
{
    private const int Concurrency = 16;

    /// <summary>UploadGen's engine.</summary>
    public static Uploader Engine()
    {
        var options = new UploadClientOptions { BaseAddress = new Uri("https://unused.example"), StorageHttpClient = Client(HttpHandlers.ForStorage()) };
        var storage = new ApiConnection(null, options, "").Storage;
        return new Uploader("UploadGen", (server, files) => EachAsync(
            files, (file, token) => storage.PutAsync("put", new Uri(server, Path.GetFileName(file)), UploadContent.FromFile(file), null, null, token)));
    }

    /// <summary>What one writes by hand.</summary>
    public static Uploader Bare()
    {
        var client = Client(new SocketsHttpHandler());
        return new Uploader("HttpClient", (server, files) => EachAsync(files, async (file, token) =>
        {
            using var content = new StreamContent(File.OpenRead(file));
            using var response = await client.PutAsync(new Uri(server, Path.GetFileName(file)), content, token);
            response.EnsureSuccessStatusCode();
        }));
    }

    /// <summary>One process of curl for all files.</summary>
    public static Uploader Curl() => new("curl -T", async (server, files) =>
    {
        var config = new StringBuilder();
        foreach (var file in files)
        {
            config.Append(CultureInfo.InvariantCulture, $"upload-file = \"{file}\"\nurl = \"{new Uri(server, Path.GetFileName(file))}\"\n");
        }

        string[] arguments = ["-sSkf", "--no-progress-meter", "--parallel", "--parallel-max", $"{Concurrency}", "-K", "-"];
        var start = new ProcessStartInfo("curl", arguments) { RedirectStandardInput = true };
        using var curl = Process.Start(start)!;
        await curl.StandardInput.WriteAsync(config);
        curl.StandardInput.Close();
        await curl.WaitForExitAsync();
        if (curl.ExitCode != 0)
        {
            throw new InvalidOperationException($"curl ended with {curl.ExitCode}.");
        }
    });

    private static Task EachAsync(IReadOnlyList<string> files, Func<string, CancellationToken, Task> uploadAsync)
        => Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (file, token) => await uploadAsync(file, token));

    private static HttpClient Client(SocketsHttpHandler handler)
    {
        // The certificate was made by the server a moment ago.
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.Subject == "CN=localhost";
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
