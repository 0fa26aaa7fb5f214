using UploadGen.EndToEnd.Tests.Crate;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>The API of <c>crate.json</c>, which opens every upload with one answer, and the storage it leads to. It keeps what comes.</summary>
internal sealed class CrateServer : IAsyncDisposable
{
    /// <summary>What signs the URL; no message may hold it.</summary>
    public const string Signature = "5ec7e75ec7e7";

    private readonly WebServer _server;

    private CrateServer(WebServer server) => _server = server;

    public CrateClient Client => new(new CrateClientOptions { BaseAddress = _server.Address, Credential = ApiCredential.FromToken("key") });

    public IReadOnlyList<WebRequest> Requests => _server.Requests;

    /// <summary>The only request that storage got.</summary>
    public WebRequest Stored => Assert.Single(Requests, IsToStorage);

    /// <summary>What was asked, in order.</summary>
    public IEnumerable<string> Log => Requests.Select(request => $"{request.Method} {request.Target.Split('?')[0]}");

    /// <param name="opened">The JSON that opens an upload; <c>$url</c> in it stands for the URL of storage.</param>
    /// <param name="confirmed">The JSON that confirms one.</param>
    public static async Task<CrateServer> StartAsync(string opened, string confirmed = "{}")
        => new(await WebServer.RecordingAsync(context =>
        {
            var url = $"http://{context.Request.Host}/storage/object?signature={Signature}";
            return context.Request.Path.StartsWithSegments("/storage", StringComparison.Ordinal) ? context.AnswerAsync(200)
                : context.Request.Path.Value!.EndsWith("/complete", StringComparison.Ordinal) ? context.AnswerAsync(200, confirmed)
                : context.AnswerAsync(201, opened.Replace("$url", url, StringComparison.Ordinal));
        }));

    /// <summary>Asserts that the upload failed before storage got anything, and that the message says why and no secret.</summary>
    public async Task<UploadException> NothingIsStoredAsync(Func<Task> upload, params string[] said)
    {
        var failure = await Assert.ThrowsAsync<UploadException>(upload);

        Assert.DoesNotContain(Requests, IsToStorage);
        Assert.All(said, part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(Signature, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal((UploadStep.Put, (bool?)false), (failure.Step, failure.IsStored));
        return failure;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static bool IsToStorage(WebRequest request) => request.Target.StartsWith("/storage/", StringComparison.Ordinal);
}
