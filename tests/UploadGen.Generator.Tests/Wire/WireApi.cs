using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>A generated client of some operations, and a real server that tells what it received.</summary>
internal sealed class WireApi : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly GeneratedAssembly _client;
    private readonly List<string> _received = [];

    private WireApi(WebApplication server, string document, IReadOnlyList<string> calls, string helpers)
    {
        _server = server;
        var members = calls.Select((call, i) => $"public static System.Threading.Tasks.Task Call{i}() => {call};");
        _client = GeneratedAssembly.Of(document, $$"""
            private static readonly ApiClient Client = new(Options());
            private static UploadGen.UploadContent File(string name, string text) => UploadGen.UploadContent.FromBytes(System.Text.Encoding.UTF8.GetBytes(text), name);
            private static ApiClientOptions Options()
            {
                var options = new ApiClientOptions();
                options.Credentials["basic"] = UploadGen.ApiCredential.FromBasic("u", "p");
                return options;
            }
            {{helpers}}
            {{string.Join("\n", members)}}
            """);
    }

    /// <param name="document">Makes the document for a server's address.</param>
    /// <param name="calls">C# expressions that call <c>Client</c>.</param>
    /// <param name="answer">Answers a request; 204 without it.</param>
    /// <param name="helpers">C# members for the calls.</param>
    public static async Task<WireApi> StartAsync(Func<string, string> document, IReadOnlyList<string> calls, Func<HttpContext, Task>? answer = null, string helpers = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        WireApi? api = null;
        server.Run(async context =>
        {
            api!._received.Add(await DumpAsync(context.Request));
            context.Response.StatusCode = (int)HttpStatusCode.NoContent;
            await (answer?.Invoke(context) ?? Task.CompletedTask);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return api = new WireApi(server, document(server.Urls.Single()), calls, helpers);
    }

    /// <summary>Makes a call and gives the request as it arrived: its line, its headers but for host and agent, and the body.</summary>
    public async Task<string> RequestAsync(int call)
    {
        await (Task)_client.Call($"Call{call}")!;
        return _received[^1];
    }

    /// <summary>Makes a call and gives the text it results in.</summary>
    public Task<string> ResultAsync(int call) => (Task<string>)_client.Call($"Call{call}")!;

    /// <summary>Makes a call that is refused before it is sent.</summary>
    public async Task<RequestValidationException> RefusalAsync(int call)
    {
        var refusal = await Assert.ThrowsAsync<RequestValidationException>(() => (Task)_client.Call($"Call{call}")!);
        Assert.Empty(_received);
        return refusal;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private static async Task<string> DumpAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var headers = request.Headers
            .Where(header => header.Key is not ("Host" or "User-Agent" or "Accept-Encoding" or "Content-Length") && (header.Key, header.Value.ToString()) is not ("Accept", "application/json"))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"\n{header.Key}: {header.Value}");
        var text = $"{request.Method} {request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget}{string.Concat(headers)}";
        var sent = Encoding.UTF8.GetString(body.ToArray());
        Assert.Equal(request.ContentLength ?? 0, body.Length);
        return (sent.Length == 0 ? text : $"{text}\n\n{sent}").Replace(Boundary(request.ContentType), "BOUNDARY", StringComparison.Ordinal).ReplaceLineEndings("\n");
    }

    private static string Boundary(string? contentType) => contentType?.Split("boundary=") is [_, var boundary] ? boundary : "no boundary";
}
