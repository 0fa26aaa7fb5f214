using Microsoft.AspNetCore.Http;
using UploadGen.Generator.Tests.Harness;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>A generated client of some operations, and a real server that tells what it received.</summary>
internal sealed class WireApi : IAsyncDisposable
{
    private readonly WebServer _server;
    private readonly GeneratedAssembly _client;

    private WireApi(WebServer server, string document, IReadOnlyList<string> calls, string helpers)
    {
        _server = server;
        var members = calls.Select((call, i) => $"public static System.Threading.Tasks.Task Call{i}() => {call};");
        _client = GeneratedAssembly.Of(document, $$"""
            private static readonly ApiClient Client = new(Options());
            private static UploadGen.UploadContent File(string name, string text)
                => UploadGen.UploadContent.FromBytes(System.Text.Encoding.UTF8.GetBytes(text), name);
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
    public static async Task<WireApi> StartAsync(
        Func<string, string> document, IReadOnlyList<string> calls, Func<HttpContext, Task>? answer = null, string helpers = "")
    {
        var server = await WebServer.RecordingAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return answer?.Invoke(context) ?? Task.CompletedTask;
        });
        return new WireApi(server, document(server.Address.OriginalString), calls, helpers);
    }

    /// <summary>Makes a call and gives the request as it arrived: its line, its headers but for host and agent, and the body.</summary>
    public async Task<string> RequestAsync(int call)
    {
        await (Task)_client.Call($"Call{call}")!;
        return Text(_server.Requests[^1]);
    }

    /// <summary>Makes a call and gives the text it results in.</summary>
    public Task<string> ResultAsync(int call) => (Task<string>)_client.Call($"Call{call}")!;

    /// <summary>Makes a call that is refused before it is sent.</summary>
    public async Task<RequestValidationException> RefusalAsync(int call)
    {
        var refusal = await Assert.ThrowsAsync<RequestValidationException>(() => (Task)_client.Call($"Call{call}")!);
        Assert.Empty(_server.Requests);
        return refusal;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private static string Text(WebRequest request)
    {
        Assert.Equal(request.Headers.ContentLength ?? 0, request.Body.Length);
        var headers = request.Headers
            .Where(header => header.Key is not ("Host" or "User-Agent" or "Accept-Encoding" or "Content-Length"))
            .Where(header => (header.Key, header.Value.ToString()) is not ("Accept", "application/json"))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"\n{header.Key}: {header.Value}");
        var head = $"{request.Method} {request.Target}{string.Concat(headers)}";
        var text = request.Body.Length == 0 ? head : $"{head}\n\n{request.Text}";
        return text.Replace(Boundary(request.Headers.ContentType), "BOUNDARY", StringComparison.Ordinal).ReplaceLineEndings("\n");
    }

    private static string Boundary(string? contentType) => contentType?.Split("boundary=") is [_, var boundary] ? boundary : "no boundary";
}
