using System.Text;
using Microsoft.AspNetCore.Http;

namespace UploadGen.Tests;

public class ApiConnectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private const string Id = "0198f2a4-9c1e-7000-8000-000000000001";

    private static readonly SecurityScheme HttpBearer = SecurityScheme.Bearer("HTTPBearer");
    private static readonly ApiResponses Any = new();
    private static readonly ApiResponses<Stream> AnyStream = new ApiResponses<Stream>().Stream("200");
    private static readonly ApiResponses<Asset> Responses = new ApiResponses<Asset>()
        .Json("201", JsonCodec.ReadModel<Asset>)
        .Error("400", JsonCodec.ReadModel<Problem>, "Bad request")
        .Error("4XX", JsonCodec.ReadModel<Problem>, "Client error")
        .Error("401", "Not signed in")
        .Error("default", JsonCodec.ReadModel<Problem>, "Anything else");

    private static Task<Asset> CreateAsync(ApiConnection api, Asset? body = null)
        => api.SendAsync(
            api.Request("createAsset", HttpMethod.Post, "/v1/assets").Authorize(HttpBearer).Query("sig", "topsecret")
                .Json(body ?? new Asset { AssetId = Guid.Parse(Id) }),
            Responses, Token);

    private static Task<WebServer> AnsweringAsync(int status, string body, string contentType = "application/json") => WebServer.StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.Headers["X-Request-Id"] = "req-7";
        if (body.Length > 0)
        {
            await context.Response.WriteAsync(body);
        }
    });

    private static async Task<WireRequest> OnTheWireAsync(
        Func<ApiRequest, ApiRequest> describe, Action<UploadClientOptions>? configure = null, string path = "/v1/x", string basePath = "")
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address + basePath) };
        configure?.Invoke(options);
        var api = new ApiConnection(null, options, "");
        await api.SendAsync(describe(api.Request("op", HttpMethod.Post, path)), Any, Token);
        return Assert.Single(requests);
    }

    [Fact]
    public async Task A_body_is_sent_as_json_and_the_answer_read()
    {
        string? received = null;
        await using var server = await WebServer.StartAsync(async context =>
        {
            received = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = 201;
            await context.Response.WriteAsync($$"""{"unknown":[{"asset_id":1}],"asset_id":"{{Id}}","items":[{"asset_id":"{{Id}}","filename":null}]}""");
        });

        var asset = await CreateAsync(server.Connect(), new Asset { AssetId = Guid.Parse(Id), Filename = "a.png", FolderId = new Sent<Guid?>(null) });

        Assert.Equal($$"""{"asset_id":"{{Id}}","filename":"a.png","folder_id":null}""", received);
        Assert.Equal(Guid.Parse(Id), asset.AssetId);
        Assert.Null(Assert.Single(asset.Items!).Filename);
    }

    [Fact]
    public async Task The_headers_of_a_json_request_are_these()
    {
        WireRequest request = await OnTheWireAsync(request => request.Json(new Problem("x")));
        Assert.Equal(["Accept", "Content-Length", "Content-Type", "Host", "User-Agent"], request.HeaderNames.Where(name => name != "Accept-Encoding"));
        Assert.Equal("application/json", request["Content-Type"]);
    }

    [Theory]
    [InlineData("", "/v1/x", "/v1/x")]
    [InlineData("/", "/v1/x", "/v1/x")]
    [InlineData("/api/v1", "/r/files", "/api/v1/r/files")]
    [InlineData("/api/v1/?ignored=1", "/r/files", "/api/v1/r/files")]
    public async Task The_path_joins_the_base_address(string basePath, string path, string target)
        => Assert.Equal(target, (await OnTheWireAsync(request => request, path: path, basePath: basePath)).Target);

    [Fact]
    public async Task Parameters_are_encoded_and_formatted_the_same_everywhere()
    {
        WireRequest request = await OnTheWireAsync(
            request => request.Path("id", "a/b ü?#%{x}").Path("x", "no").Query("flag", true).Query("none", (string?)null).Query("n", 1.5)
                .Query("t", new DateTimeOffset(2026, 2, 21, 1, 2, 3, TimeSpan.Zero)).Query("d", new DateOnly(2026, 2, 1)).Query("tag", new[] { "a&b", "c" })
                .Header("X-Team-ID", Guid.Parse(Id)).Header("X-None", (string?)null).Header("X-List", new[] { 1, 2 }),
            path: "/v1/{id}/x");
        Assert.Equal("/v1/a%2Fb%20%C3%BC%3F%23%25%7Bx%7D/x?flag=true&n=1.5&t=2026-02-21T01%3A02%3A03Z&d=2026-02-01&tag=a%26b&tag=c", request.Target);
        Assert.Equal(Id, request["X-Team-ID"]);
        Assert.Equal("1,2", request["X-List"]);
        Assert.Null(request["X-None"]);
    }

    [Theory]
    [InlineData("..", "/v1/assets/{id}/x")]
    [InlineData(".", "/v1/assets/{id}")]
    [InlineData(".", "/v1/assets/{id}.")]
    [InlineData("", "/v1/assets/{id}")]
    public async Task A_path_value_cannot_lead_to_another_path(string value, string template)
        => await Assert.ThrowsAsync<ArgumentException>(() => OnTheWireAsync(request => request.Path("id", value), path: template));

    [Theory]
    [InlineData("X-A", "b\r\nX-Evil: 1")]
    [InlineData("X-A", "b\n")]
    [InlineData("X A", "b")]
    public async Task A_header_cannot_write_another(string name, string value)
        => await Assert.ThrowsAsync<ArgumentException>(() => OnTheWireAsync(request => request.Header(name, value)));

    [Fact]
    public async Task Content_headers_reach_the_wire()
    {
        WireRequest request = await OnTheWireAsync(
            request => request.Json(new Problem("x")).Header("Content-Language", "de").Header("Content-Type", "application/merge-patch+json"));
        Assert.Equal("de", request["Content-Language"]);
        Assert.Equal("application/merge-patch+json", request["Content-Type"]);
    }

    [Fact]
    public async Task Each_kind_of_credential_goes_where_the_scheme_says()
    {
        WireRequest request = await OnTheWireAsync(
            request => request
                .Authorize(
                    HttpBearer, SecurityScheme.ApiKeyHeader("h", "X-Api-Key"), SecurityScheme.ApiKeyQuery("q", "api key"),
                    SecurityScheme.ApiKeyCookie("c1", "s"), SecurityScheme.ApiKeyCookie("c2", "t"))
                .Query("a", 1)
                .Cookie("theme", "dark"),
            options =>
            {
                options.Credential = ApiCredential.FromProvider(_ => ValueTask.FromResult("default"));
                options.Credentials["q"] = ApiCredential.FromToken("k&1");
                options.Credentials["c2"] = ApiCredential.FromToken("two");
            });
        Assert.Equal("Bearer default", request["Authorization"]);
        Assert.Equal("default", request["X-Api-Key"]);
        Assert.Equal("theme=dark; s=default; t=two", request["Cookie"]);
        Assert.Equal("/v1/x?a=1&api%20key=k%261", request.Target);
    }

    [Theory]
    [InlineData("key", "X-Key: k")]
    [InlineData("id secret", "X-Id: k, X-Secret: k")]
    [InlineData("secret token", "Authorization: Token k")]
    [InlineData("secret", "X-Secret: k")]
    [InlineData("", "")]
    public async Task The_first_alternative_that_there_are_credentials_for_is_sent(string given, string expected)
    {
        WireRequest request = await OnTheWireAsync(
            request => request
                .Authorize(SecurityScheme.ApiKeyHeader("id", "X-Id"), SecurityScheme.ApiKeyHeader("secret", "X-Secret"))
                .Authorize(SecurityScheme.ApiKeyHeader("key", "X-Key"))
                .Authorize(SecurityScheme.Http("token", "Token")),
            options =>
            {
                foreach (var name in given.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    options.Credentials[name] = ApiCredential.FromToken("k");
                }
            });
        string[] names = ["Authorization", "X-Id", "X-Key", "X-Secret"];
        Assert.Equal(expected, string.Join(", ", names.Where(name => request[name] is not null).Select(name => $"{name}: {request[name]}")));
    }

    [Fact]
    public async Task Basic_credentials_are_sent_as_utf8()
    {
        WireRequest request = await OnTheWireAsync(
            request => request.Authorize(SecurityScheme.Basic("b")), options => options.Credential = ApiCredential.FromBasic("user", "pä:ss"));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:pä:ss")), request["Authorization"]);
    }

    [Fact]
    public async Task A_credential_of_the_wrong_kind_for_its_scheme_says_what_to_use()
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(
            () => OnTheWireAsync(
                request => request.Authorize(SecurityScheme.Basic("b")), options => options.Credentials["b"] = ApiCredential.FromToken("topsecret")));
        Assert.Contains("FromBasic", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_for_all_that_no_scheme_takes_is_said_and_nothing_is_sent()
    {
        await using var server = await WebServer.RecordingAsync(_ => Task.CompletedTask);
        var api = server.Connect(options => options.Credential = ApiCredential.FromToken("topsecret"));

        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(
            () => api.SendAsync(api.Request("op", HttpMethod.Get, "/").Authorize(SecurityScheme.Basic("b")), Any, Token));
        Assert.Equal("The security scheme 'b' takes a user name and password: use ApiCredential.FromBasic for UploadClientOptions.Credential.", wrong.Message);
        Assert.DoesNotContain("topsecret", wrong.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);

        // Where nobody need be known, nothing is wrong.
        await api.SendAsync(api.Request("op", HttpMethod.Get, "/").Authorize(SecurityScheme.Basic("b")).Authorize(), Any, Token);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Without_a_credential_the_request_goes_and_the_401_says_what_to_set()
    {
        await using var server = await AnsweringAsync(401, "{}");
        var refused = await Assert.ThrowsAsync<ApiException>(() => CreateAsync(server.Connect()));
        Assert.Equal(401, refused.StatusCode);
        Assert.Contains("Not signed in", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Credentials[\"HTTPBearer\"]", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "Bad request")]
    [InlineData(422, "Client error")]
    [InlineData(500, "Anything else")]
    public async Task An_error_comes_typed_with_the_documents_words(int status, string description)
    {
        await using var server = await AnsweringAsync(status, """{"detail":"see https://s3.example/k?X-Amz-Signature=topsecret now"}""");

        var error = await Assert.ThrowsAsync<ApiException<Problem>>(() => CreateAsync(server.Connect()));

        Assert.StartsWith("see https", error.Error.Detail, StringComparison.Ordinal);
        Assert.Equal(
            ("createAsset", status, "POST", server.Address + "v1/assets?…", "req-7"),
            (error.OperationId, error.StatusCode, error.Method, error.Url, error.RequestId));
        Assert.Equal("""{"detail":"see https://s3.example/k?… now"}""", error.BodyStart);
        Assert.Contains(description, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Bad Gateway</html>")]
    [InlineData("""{"detail":{"a":1}}""")]
    [InlineData("")]
    public async Task An_error_body_that_is_not_as_documented_does_not_hide_the_status(string body)
    {
        await using var server = await AnsweringAsync(502, body);
        var error = await Assert.ThrowsAsync<ApiException>(() => CreateAsync(server.Connect()));
        Assert.Equal(502, error.StatusCode);
        Assert.Contains("502", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_error_body_is_read_in_part()
    {
        await using var server = await AnsweringAsync(500, string.Concat(Enumerable.Repeat("too long ", 500_000)));
        var error = await Assert.ThrowsAsync<ApiException>(() => CreateAsync(server.Connect()));
        Assert.Equal(501, error.BodyStart.Length);
    }

    [Fact]
    public async Task A_token_that_the_server_repeats_is_taken_out()
    {
        await using var server = await AnsweringAsync(400, """{"detail":"bad token tok-123"}""");
        var error = await Assert.ThrowsAsync<ApiException<Problem>>(
            () => CreateAsync(server.Connect(options => options.Credential = ApiCredential.FromToken("tok-123"))));
        Assert.DoesNotContain("tok-123", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"filename":"a"}""", "$.asset_id", "missing")]
    [InlineData("""{"asset_id":"no"}""", "$.asset_id", "UUID")]
    [InlineData("""[]""", "$", "Expected an object, found an array")]
    [InlineData("null", "$", "found null")]
    [InlineData("<html>", "$", "It isn't well-formed JSON (line 1, byte 1).")]
    [InlineData(
        """{"asset_id":"0198f2a4-9c1e-7000-8000-000000000001","items":[{"asset_id":"0198f2a4-9c1e-7000-8000-000000000001"},{"a":[1,{"b":2}]}]}""",
        "$.items[1].asset_id", "missing")]
    [InlineData(
        """{"items":[{"asset_id":"0198f2a4-9c1e-7000-8000-000000000001","items":[{"size_bytes":"9"}]}]}""", "$.items[0].items[0].size_bytes",
        "Expected an integer, found a string")]
    [InlineData("""{"asset_id":"0198f2a4-9c1e-7000-8000-000000000001","size_bytes":1.5}""", "$.size_bytes", "64 bits")]
    [InlineData("""{"asset_id":"0198f2a4-9c1e-7000-8000-000000000001"} trailing""", "$", "")]
    [InlineData("""{"asset_id":"0198f2a4-9c1e-7000-8000-000000000001","filename":"\ud800"}""", "$.filename", "Unicode")]
    [InlineData("""{"asset_id":"0198f2a4-9c1e-7000-8000-000000000001","filename":"cut""", "$.filename", "")]
    public async Task A_success_that_is_not_as_documented_says_where(string body, string path, string told)
    {
        await using var server = await AnsweringAsync(201, body);
        var mismatch = await Assert.ThrowsAsync<ResponseFormatException>(() => CreateAsync(server.Connect()));
        Assert.Equal(path, mismatch.JsonPath);
        Assert.Equal(201, mismatch.StatusCode);
        Assert.Contains("createAsset", mismatch.Message, StringComparison.Ordinal);
        Assert.Contains(path, mismatch.Message, StringComparison.Ordinal);
        Assert.Contains(told, mismatch.Message, StringComparison.Ordinal);
        Assert.Contains($" Body: {mismatch.BodyStart}", mismatch.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undocumented_success_is_read_when_it_fits()
    {
        await using var fits = await AnsweringAsync(202, $$"""{"asset_id":"{{Id}}"}""");
        Assert.Equal(Guid.Parse(Id), (await CreateAsync(fits.Connect())).AssetId);

        await using var other = await AnsweringAsync(202, "[]");
        var mismatch = await Assert.ThrowsAsync<ResponseFormatException>(() => CreateAsync(other.Connect()));
        Assert.Contains("doesn't tell of status 202", mismatch.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(205)]
    public async Task A_success_without_a_body_has_no_result(int status)
    {
        await using var server = await AnsweringAsync(status, "");
        Assert.Null(await CreateAsync(server.Connect()));
    }

    [Theory]
    [InlineData(302, false)]
    [InlineData(304, true)]
    [InlineData(404, true)]
    public async Task The_exact_status_wins_over_the_range_and_the_range_over_the_default(int status, bool isError)
    {
        await using var server = await WebServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var api = server.Connect();
        var responses = new ApiResponses<string>().Text("default").Empty("3XX").Error("304");
        var call = api.SendAsync(api.Request("op", HttpMethod.Get, "/"), responses, Token);
        if (isError)
        {
            Assert.Equal(status, (await Assert.ThrowsAsync<ApiException>(() => call)).StatusCode);
        }
        else
        {
            Assert.Null(await call);
        }
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        await using var server = await AnsweringAsync(201, "\uFEFF" + $$"""{"asset_id":"{{Id}}"}""");
        Assert.Equal(Guid.Parse(Id), (await CreateAsync(server.Connect())).AssetId);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_credential()
    {
        var requests = 0;
        await using var server = await WebServer.StartAsync(context =>
        {
            requests++;
            context.Response.Redirect("https://elsewhere.example/x?t=topsecret");
            return Task.CompletedTask;
        });
        var api = server.Connect();
        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(api.Request("op", HttpMethod.Get, "/x"), Any, Token));
        Assert.Equal(1, requests);
        Assert.Contains("BaseAddress", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_read_in_its_charset()
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/plain; charset=iso-8859-1";
            await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("größe"));
        });
        var api = server.Connect();
        Assert.Equal("größe", await api.SendAsync(api.Request("op", HttpMethod.Get, "/"), new ApiResponses<string>().Text("200"), Token));
    }

    /// <summary>Each byte comes soon after the one before, and the last never.</summary>
    [Fact]
    public async Task An_answer_that_drips_has_to_end()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
            while (true)
            {
                await connection.WriteAsync(" ");
                await connection.WaitAsync(TimeSpan.FromMilliseconds(20));
            }
        });
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address), ResponseBodyTimeout = TimeSpan.FromMilliseconds(400) };
        var api = new ApiConnection(null, options, "");

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => api.SendAsync(
            api.Request("op", HttpMethod.Get, "/x"), new ApiResponses<Asset>().Json("200", JsonCodec.ReadModel<Asset>), TestContext.Current.CancellationToken));

        Assert.Contains("within 0.4 seconds (UploadClientOptions.ResponseBodyTimeout)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_is_handed_on_while_the_answer_still_comes()
    {
        var second = new TaskCompletionSource();
        await using var server = await WebServer.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync("one"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await second.Task;
            await context.Response.Body.WriteAsync("two"u8.ToArray());
        });
        var api = server.Connect();
        await using var stream = await api.SendAsync(api.Request("op", HttpMethod.Get, "/"), AnyStream, Token);
        var start = new byte[3];
        await stream.ReadExactlyAsync(start, Token);
        second.SetResult();
        Assert.Equal("one", Encoding.UTF8.GetString(start));
        Assert.Equal("two", await new StreamReader(stream).ReadToEndAsync(Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_stops_coming_is_a_stall(bool asStream)
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.Body.WriteAsync("{"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var api = server.Connect(options => options.StallTimeout = TimeSpan.FromMilliseconds(300));
        var request = api.Request("op", HttpMethod.Get, "/");
        var read = asStream
            ? ReadAllAsync()
            : api.SendAsync(request, new ApiResponses<Asset>().Json("200", JsonCodec.ReadModel<Asset>), Token);
        Assert.Contains("StallTimeout", (await Assert.ThrowsAsync<TimeoutException>(() => read)).Message, StringComparison.Ordinal);

        async Task ReadAllAsync()
        {
            await using var stream = await api.SendAsync(request, AnyStream, Token);
            await stream.CopyToAsync(Stream.Null, Token);
        }
    }

    [Fact]
    public async Task A_stream_outlives_the_call_its_timeouts_and_its_token()
    {
        await using var server = await AnsweringAsync(200, new string('x', 1000));
        var api = server.Connect(options => options.StallTimeout = options.ResponseTimeout = TimeSpan.FromMilliseconds(500));
        using var call = new CancellationTokenSource();
        await using var stream = await api.SendAsync(api.Request("op", HttpMethod.Get, "/"), AnyStream, call.Token);
        await call.CancelAsync();
        await Task.Delay(1000, Token);
        Assert.Equal(1000, (await new StreamReader(stream).ReadToEndAsync(Token)).Length);
    }

    [Fact]
    public async Task No_answer_is_a_timeout_that_names_the_operation()
    {
        await using var server = await WebServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var late = await Assert.ThrowsAsync<TimeoutException>(
            () => CreateAsync(server.Connect(options => options.ResponseTimeout = TimeSpan.FromMilliseconds(200))));
        Assert.StartsWith("createAsset: POST http://127.0.0.1", late.Message, StringComparison.Ordinal);
        Assert.Contains("ResponseTimeout", late.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", late.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_api_that_cannot_be_reached_is_told_with_the_operation()
    {
        var api = new ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri("http://127.0.0.1:9") }, "");
        var unreachable = await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync(api));
        Assert.Equal(HttpRequestError.ConnectionError, unreachable.HttpRequestError);
        Assert.StartsWith("createAsset: POST http://127.0.0.1:9/v1/assets?…", unreachable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_carries_the_callers_token()
    {
        await using var server = await WebServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var api = server.Connect();
        using var cancel = new CancellationTokenSource();
        var call = api.SendAsync(api.Request("op", HttpMethod.Get, "/"), Any, cancel.Token);
        await Task.Delay(50, Token);
        await cancel.CancelAsync();
        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task A_request_beyond_its_limits_is_not_sent_unless_checking_is_off()
    {
        var requests = 0;
        await using var server = await WebServer.StartAsync(async context =>
        {
            requests++;
            context.Response.StatusCode = 201;
            await context.Response.WriteAsync($$"""{"asset_id":"{{Id}}"}""");
        });
        var body = new Asset { AssetId = Guid.Empty, SizeBytes = 52_428_801, Items = [new Asset { AssetId = Guid.Empty, Filename = "" }] };

        var refused = await Assert.ThrowsAsync<RequestValidationException>(() => CreateAsync(server.Connect(), body));

        Assert.Equal(0, requests);
        Assert.Equal(
            [new Violation("/size_bytes", "maximum", "52428800", "52428801"), new Violation("/items/0/filename", "minLength", "1", "0")], refused.Violations);
        Assert.Equal(
            "createAsset: the request breaks limits of the API's document and was not sent.\n"
                + "  /size_bytes: maximum is 52428800, actual is 52428801\n  /items/0/filename: minLength is 1, actual is 0",
            refused.Message);
        await CreateAsync(server.Connect(options => options.ValidateRequests = false), body);
        Assert.Equal(1, requests);
    }

    [Fact]
    public void An_unconfigured_connection_says_what_it_is()
    {
        var unusable = Assert.Throws<InvalidOperationException>(() => ApiConnection.Unconfigured.Request("op", HttpMethod.Get, "/"));
        Assert.Contains("test doubles", unusable.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => ApiConnection.Unconfigured.Storage);
    }

    [Fact]
    public async Task A_document_whose_server_names_no_host_asks_for_a_base_address()
    {
        var api = new ApiConnection(null, new UploadClientOptions(), "/api/v1");
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => CreateAsync(api));
        Assert.Contains("BaseAddress", missing.Message, StringComparison.Ordinal);
        Assert.Contains("/api/v1", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://files.example/v1", "isn't an http or https URL")]
    [InlineData("v1", "names no host")]
    public async Task What_is_wrong_with_a_documents_server_is_told(string server, string problem)
    {
        var api = new ApiConnection(null, new UploadClientOptions(), server);
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => CreateAsync(api));
        Assert.Contains($"The document's server is '{server}', which {problem}.", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://files.example/v1", "isn't http or https")]
    [InlineData("v1/api", "is relative")]
    public void A_base_address_must_be_absolute_http(string address, string problem)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };
        var wrong = Assert.Throws<ArgumentException>(() => new ApiConnection(null, options, ""));
        Assert.Contains($"'{address}' {problem}", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_changes_of_the_options_do_not_reach_the_client()
    {
        var options = new UploadClientOptions { Credential = ApiCredential.FromToken("first") };
        string? seen = null;
        await using var server = await WebServer.StartAsync(context =>
        {
            seen = context.Request.Headers.Authorization;
            return Task.CompletedTask;
        });
        options.BaseAddress = server.Address;
        var api = new ApiConnection(null, options, "");
        options.Credentials["HTTPBearer"] = ApiCredential.FromToken("second");
        await api.SendAsync(api.Request("op", HttpMethod.Get, "/").Authorize(HttpBearer), Any, Token);
        Assert.Equal("Bearer first", seen);
    }
}
