namespace UploadGen.Servers.Speed;

/// <summary>A way to PUT files to a server.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="UploadAsync">Sends files, sixteen at a time.</param>
public sealed record Uploader(string Name, Func<Uri, IReadOnlyList<string>, Task> UploadAsync)
{
    /// <summary>How many files are sent at a time.</summary>
    public const int Concurrency = 16;

    /// <summary>UploadGen's engine.</summary>
    public static Uploader Engine()
    {
        var options = new UploadClientOptions { BaseAddress = new Uri("https://unused.example"), StorageHttpClient = Client(HttpHandlers.ForStorage()) };
        var storage = new ApiConnection(null, options, "").Storage;
        return Of("UploadGen", (url, file, token) => storage.PutAsync("put", url, UploadContent.FromFile(file), null, null, token));
    }

    /// <summary>What one writes by hand.</summary>
    public static Uploader Bare()
    {
        var client = Client(new SocketsHttpHandler());
        return Of("HttpClient", async (url, file, token) =>
        {
            using var content = new StreamContent(File.OpenRead(file));
            using var response = await client.PutAsync(url, content, token);
            response.EnsureSuccessStatusCode();
        });
    }

    /// <summary>Sends each file by itself, to the server's address with the file's name behind it.</summary>
    public static Uploader Of(string name, Func<Uri, string, CancellationToken, Task> uploadAsync) => new(name, (server, files) => Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = Concurrency },
        async (file, token) => await uploadAsync(new Uri(server, Path.GetFileName(file)), file, token)));

    private static HttpClient Client(SocketsHttpHandler handler)
    {
        // The certificate was made by the server a moment ago.
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.Subject == "CN=127.0.0.1";
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
