using System.Globalization;
using Microsoft.AspNetCore.Http;
using UploadGen.Generator.Tests.Harness;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Streams;

/// <summary>Streams while they run: when items come, and how a stream ends.</summary>
public sealed class ItemStreamLifeTests
{
    private const string Members = """
        private static ApiClient Client(string server, TimeSpan? stall, TimeSpan? body)
        {
            var options = new ApiClientOptions { BaseAddress = new Uri(server) };
            options.StallTimeout = stall ?? options.StallTimeout;
            options.ResponseBodyTimeout = body ?? options.ResponseBodyTimeout;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            return new ApiClient(options);
        }
        public static async System.Threading.Tasks.Task<List<long>> Read(
            string server, Func<long, System.Threading.Tasks.Task<bool>> goOn, TimeSpan? stall, TimeSpan? body, System.Threading.CancellationToken token)
        {
            var seen = new List<long>();
            await foreach (var item in System.Threading.Tasks.TaskAsyncEnumerableExtensions.WithCancellation(Client(server, stall, body).WatchAsync(), token))
            {
                seen.Add(item.Id);
                if (!await goOn(item.Id)) { break; }
            }
            return seen;
        }
        public static async System.Threading.Tasks.Task<string> Twice(string server)
        {
            var items = Client(server, null, null).WatchAsync();
            var seen = 0L;
            await foreach (var item in items) { seen += item.Id; }
            await foreach (var item in items) { seen += item.Id; }
            return seen.ToString();
        }
        public static async System.Threading.Tasks.Task Send(string server, IAsyncEnumerable<long> ids)
            => await Client(server, null, null).SendAsync(Todos(ids));
        public static System.Threading.Tasks.Task SendSequence(string server)
            => Client(server, null, null).SendSequenceAsync(UploadGen.AsyncItems.Of(new long[] { 1, 2 }));
        private static async IAsyncEnumerable<Todo> Todos(IAsyncEnumerable<long> ids)
        {
            await foreach (var id in ids) { yield return new Todo { Id = id }; }
        }
        """;

    private static readonly Func<long, Task<bool>> All = static _ => Task.FromResult(true);

    private static CancellationToken TestToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_is_there_before_the_next_is_sent()
    {
        var taken = new SemaphoreSlim(0);
        await using var server = await WebServer.StartAsync(async context =>
        {
            for (var i = 1; i <= 3; i++)
            {
                await WriteAsync(context, $"{{\"id\":{i}}}\n");
                await taken.WaitAsync(TestToken);
            }
        });
        using var client = Generate();

        var seen = await ReadAsync(client, server, _ => Task.FromResult(taken.Release() >= 0));

        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public async Task A_token_ends_the_wait_and_the_connection()
    {
        var gone = new TaskCompletionSource();
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            await WriteAsync(context, "{\"id\":1}\n");
            await gone.Task;
        });
        using var client = Generate();
        using var cancel = new CancellationTokenSource();

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(client, server, CancelSoonAsync, token: cancel.Token));

        Assert.True(canceled.CancellationToken.IsCancellationRequested);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(20), TestToken);

        async Task<bool> CancelSoonAsync(long id)
        {
            await Task.Yield();
            cancel.CancelAfter(50);
            return true;
        }
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_connection()
    {
        var gone = new TaskCompletionSource();
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            await WriteAsync(context, "{\"id\":1}\n{\"id\":2}\n");
            await gone.Task;
        });
        using var client = Generate();

        var seen = await ReadAsync(client, server, static _ => Task.FromResult(false));

        Assert.Equal([1], seen);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(20), TestToken);
    }

    [Fact]
    public async Task A_connection_that_breaks_says_how_many_items_came()
    {
        var taken = new SemaphoreSlim(0);
        await using var server = await WebServer.StartAsync(async context =>
        {
            await WriteAsync(context, "{\"id\":1}\n{\"id\":");
            // What hasn't been read when a connection is reset may be lost.
            await taken.WaitAsync(TestToken);
            context.Abort();
        });
        using var client = Generate();

        var broken = await Assert.ThrowsAsync<HttpRequestException>(() => ReadAsync(client, server, _ => Task.FromResult(taken.Release() >= 0)));

        Assert.Contains("watch: GET http://127.0.0.1", broken.Message, StringComparison.Ordinal);
        Assert.Contains("the answer broke off after 1 items", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_may_last_longer_than_an_answer_that_is_read_whole()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            for (var i = 1; i <= 6; i++)
            {
                await WriteAsync(context, $"{{\"id\":{i}}}\n");
                await Task.Delay(100, TestToken);
            }
        });
        using var client = Generate();

        var seen = await ReadAsync(client, server, All, stall: TimeSpan.FromSeconds(20), body: TimeSpan.FromMilliseconds(200));

        Assert.Equal(6, seen.Count);
    }

    [Fact]
    public async Task Nothing_may_stall_while_an_item_is_awaited_and_anything_while_it_is_used()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            await WriteAsync(context, "{\"id\":1}\n");
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = Generate();

        var stalled = await Assert.ThrowsAsync<TimeoutException>(() => ReadAsync(client, server, UseAsync, stall: TimeSpan.FromMilliseconds(300)));

        Assert.Contains("StallTimeout", stalled.Message, StringComparison.Ordinal);

        static async Task<bool> UseAsync(long id)
        {
            await Task.Delay(600, TestToken);
            return true;
        }
    }

    [Fact]
    public async Task An_error_is_thrown_when_the_first_item_is_asked_for()
    {
        await using var server = await WebServer.StartAsync(context => context.AnswerAsync(418, "{\"title\":\"teapot\"}"));
        using var client = Generate();

        var error = await Assert.ThrowsAnyAsync<ApiException>(() => ReadAsync(client, server, All));

        Assert.Equal(418, error.StatusCode);
        Assert.StartsWith("ApiException`1", error.GetType().Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_a_stream_is_tried_again_and_each_enumeration_asks_anew()
    {
        var requests = 0;
        await using var server = await WebServer.StartAsync(
            context => ++requests == 1 ? context.AnswerAsync(503, "{}") : WriteAsync(context, "{\"id\":1}\n{\"id\":2}\n"));
        using var client = Generate();

        Assert.Equal("6", await (Task<string>)client.Call("Twice", server.Address.OriginalString)!);
        Assert.Equal(3, requests);
    }

    [Fact]
    public async Task Items_are_sent_as_they_come()
    {
        var got = new SemaphoreSlim(0);
        var lines = new List<string>();
        await using var server = await WebServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            while (await reader.ReadLineAsync(TestToken) is { } line)
            {
                lines.Add(line);
                got.Release();
            }

            lines.Add(context.Request.ContentType!);
            context.Response.StatusCode = 204;
        });
        using var client = Generate();

        await SendAsync(client, server, IdsAsync());

        Assert.Equal(["{\"id\":1}", "{\"id\":2}", "application/x-ndjson"], lines);

        async IAsyncEnumerable<long> IdsAsync()
        {
            yield return 1;
            await got.WaitAsync(TestToken);
            yield return 2;
            await got.WaitAsync(TestToken);
        }
    }

    [Fact]
    public async Task A_sequence_has_a_separator_before_each_item()
    {
        await using var server = await WebServer.RecordingAsync(204, "");
        using var client = Generate();

        await (Task)client.Call("SendSequence", server.Address.OriginalString)!;

        Assert.Equal("\u001e1\n\u001e2\n", Assert.Single(server.Requests).Text);
    }

    [Fact]
    public async Task An_item_that_breaks_a_limit_ends_the_request()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.StatusCode = 204;
        });
        using var client = Generate();

        var refused = await Assert.ThrowsAsync<RequestValidationException>(() => SendAsync(client, server, IdsAsync()));

        Assert.Equal("/1/id", Assert.Single(refused.Violations).Pointer);

        static async IAsyncEnumerable<long> IdsAsync()
        {
            yield return 1;
            await Task.Yield();
            yield return 1_000_000;
        }
    }

    [Fact]
    public async Task What_gives_the_items_fails_with_its_own_exception_and_is_asked_once()
    {
        await using var server = await WebServer.StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null));
        using var client = Generate();
        var asked = 0;

        await Assert.ThrowsAsync<FileNotFoundException>(() => SendAsync(client, server, IdsAsync()));

        Assert.Equal(1, asked);

        async IAsyncEnumerable<long> IdsAsync()
        {
            asked++;
            yield return 1;
            await Task.Yield();
            throw new FileNotFoundException();
        }
    }

    private static async Task WriteAsync(HttpContext context, FormattableString text) => await WriteAsync(context, text.ToString(CultureInfo.InvariantCulture));

    private static async Task WriteAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync(text);
        await context.Response.Body.FlushAsync();
    }

    internal static Task<List<long>> ReadAsync(
        GeneratedAssembly client, WebServer server, Func<long, Task<bool>> goOn, TimeSpan? stall = null, TimeSpan? body = null, CancellationToken? token = null)
        => (Task<List<long>>)client.Call("Read", server.Address.OriginalString, goOn, stall, body, token ?? TestToken)!;

    private static Task SendAsync(GeneratedAssembly client, WebServer server, IAsyncEnumerable<long> ids)
        => (Task)client.Call("Send", server.Address.OriginalString, ids)!;

    internal static GeneratedAssembly Generate() => GeneratedAssembly.Of(
        """
        {
          "openapi": "3.2.0",
          "info": { "title": "Streams", "version": "1" },
          "paths": {
            "/watch": { "get": { "operationId": "watch", "responses": {
              "200": { "description": "", "content": { "application/jsonl": { "itemSchema": { "$ref": "#/components/schemas/Todo" } } } },
              "4XX": { "description": "", "content": { "application/json": { "schema": {
                "type": "object", "properties": { "title": { "type": "string" } } } } } }
            } } },
            "/send": { "put": { "operationId": "send", "responses": { "204": { "description": "" } },
              "requestBody": { "required": true, "content": { "application/x-ndjson": { "itemSchema": { "$ref": "#/components/schemas/Todo" } } } } } },
            "/sequence": { "post": { "operationId": "sendSequence", "responses": { "204": { "description": "" } },
              "requestBody": { "required": true, "content": { "application/json-seq": { "itemSchema": { "type": "integer" } } } } } }
          },
          "components": { "schemas": { "Todo": { "type": "object", "required": [ "id" ], "properties": { "id": { "type": "integer", "maximum": 1000 } } } } }
        }
        """,
        Members);
}
