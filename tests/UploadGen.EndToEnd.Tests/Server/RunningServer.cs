using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using UploadServer;

namespace UploadGen.EndToEnd.Tests.Server;

/// <summary>An embedded server, and a plain HTTP client to speak to it with.</summary>
internal sealed class RunningServer(EmbeddedUploadServer server) : IAsyncDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server.BaseAddress };

    public static async Task<RunningServer> StartAsync(UploadServerOptions? options = null)
        => new(await EmbeddedUploadServer.StartAsync(options, Cancellation));

    public EmbeddedUploadServer Server => server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Sends a request as it is.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, Cancellation);

    /// <summary>Sends a request to a path with the API key, or with another token, and with headers.</summary>
    public Task<HttpResponseMessage> CallAsync(
        HttpMethod method, string path, HttpContent? content = null, string? token = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? server.ApiKey);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object body) => CallAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public Task<HttpResponseMessage> GetAsync(string path) => CallAsync(HttpMethod.Get, path);

    /// <summary>Opens an upload of the Runflow contract.</summary>
    public async Task<(Guid Id, string Url)> OpenUploadAsync(string filename, string mimeType, long sizeBytes)
    {
        var response = await PostAsync("v1/asset-uploads", new { filename, mime_type = mimeType, size_bytes = sizeBytes });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var session = await JsonAsync(response);
        return (session.GetProperty("asset_id").GetGuid(), session.GetProperty("upload_url").GetString()!);
    }

    /// <summary>PUTs bytes to a signed URL.</summary>
    public Task<HttpResponseMessage> PutAsync(string url, byte[] bytes, string? contentType = null, params (string Name, string Value)[] headers)
        => SendAsync(Put(url, new ByteArrayContent(bytes), contentType, headers));

    public static HttpRequestMessage Put(string url, HttpContent content, string? contentType = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = content };
        if (contentType is not null)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

    public static Task<byte[]> BytesAsync(HttpResponseMessage response) => response.Content.ReadAsByteArrayAsync(Cancellation);

    public static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await server.DisposeAsync();
    }
}
