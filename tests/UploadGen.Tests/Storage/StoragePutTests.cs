using System.Diagnostics;
using System.Text;

namespace UploadGen.Tests;

/// <summary>What storage sees of a PUT, byte for byte.</summary>
public class StoragePutTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static StorageClient Storage(Action<UploadClientOptions>? configure = null)
    {
        var options = new UploadClientOptions
        {
            BaseAddress = new Uri("https://api.example"),
            Credential = ApiCredential.FromToken("api-token"),
            Retry = { MaxAttempts = 1 },
        };
        configure?.Invoke(options);
        return new ApiConnection(null, options, "").Storage;
    }

    private static Task PutAsync(
        string url, UploadContent content, IReadOnlyDictionary<string, string>? headers = null,
        IProgress<UploadProgress>? progress = null, Action<UploadClientOptions>? configure = null)
        => Storage(configure).PutAsync("createUpload", url, content, headers, progress, Token);

    [Fact]
    public async Task Without_headers_only_the_media_type_and_the_length_are_sent()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        using var activity = new Activity("caller").SetIdFormat(ActivityIdFormat.W3C).AddBaggage("k", "v").Start();

        var bytes = Bytes.Of(1000);
        await PutAsync(server.Address + "/bucket/key?X-Amz-Signature=abc", UploadContent.FromBytes(bytes, "bottle.webp"));

        var request = Assert.Single(requests);
        Assert.Equal(["Content-Length", "Content-Type", "Host"], request.HeaderNames);
        Assert.Equal("PUT /bucket/key?X-Amz-Signature=abc HTTP/1.1", request.RequestLine);
        Assert.Equal("image/webp", request["Content-Type"]);
        Assert.Equal("1000", request["Content-Length"]);
        Assert.Equal(bytes, request.Body);
    }

    [Fact]
    public async Task Given_headers_are_sent_exactly_and_alone()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "Text/Plain;charset=UTF-8",
            ["Content-Length"] = "5",
            ["Content-MD5"] = "XUFAKrxLKna5cZ2REBfFkg==",
            ["If-None-Match"] = "*",
            ["Cache-Control"] = "max-age=1,private",
            ["Host"] = new Uri(server.Address).Authority,
            ["x-amz-meta-Name"] = "a  b",
            ["Expires"] = "never",
        };

        await PutAsync(server.Address + "/k", UploadContent.FromBytes("hello"u8.ToArray(), "a.png"), headers);

        var request = Assert.Single(requests);
        Assert.Equal(headers.Keys.Order(StringComparer.Ordinal), request.HeaderNames);
        Assert.All(headers, header => Assert.Contains($"{header.Key}: {header.Value}", request.Headers));
    }

    [Fact]
    public async Task A_cookie_that_storage_sets_is_not_sent_back()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests, "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n");
        await PutAsync(server.Address + "/k", UploadContent.FromBytes(default, "a"));
        await PutAsync(server.Address + "/k", UploadContent.FromBytes(default, "a"));
        Assert.Equal(2, requests.Count);
        Assert.Null(requests[1]["Cookie"]);
    }

    [Fact]
    public async Task An_empty_map_of_headers_sends_no_content_type()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        await PutAsync(server.Address + "/k", UploadContent.FromBytes("hello"u8.ToArray(), "a.png"), new Dictionary<string, string>());
        Assert.Equal(["Content-Length", "Host"], Assert.Single(requests).HeaderNames);
    }

    [Theory]
    [InlineData("/a%7Eb/%41/../c/./d%2F?X-Amz-Credential=AKIA%2F2026&sig=a%2Bb%3D&x=~'!*()")]
    [InlineData("/key?sig=%e2%82%ac&empty=&flag")]
    [InlineData("?sig=1")]
    public async Task The_url_is_sent_letter_by_letter(string target)
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        await Storage().PutAsync("createUpload", new Uri(server.Address + target), UploadContent.FromBytes(default, "a"), null, null, Token);
        Assert.Equal(target[0] == '?' ? "/" + target : target, Assert.Single(requests).Target);
    }

    [Fact]
    public async Task What_a_request_line_cannot_hold_is_encoded_and_a_fragment_left_out()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        await PutAsync(server.Address + "/größe 1%7E😀?a=é#part", UploadContent.FromBytes(default, "a"));
        Assert.Equal("/gr%C3%B6%C3%9Fe%201%7E%F0%9F%98%80?a=%C3%A9", Assert.Single(requests).Target);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_with_its_length_and_not_chunked()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var bytes = Bytes.Of(300_000);
        using var stream = new ForwardStream(bytes);

        await PutAsync(server.Address + "/k", UploadContent.FromStream(stream, "a.bin", length: bytes.Length));

        var request = Assert.Single(requests);
        Assert.Equal("300000", request["Content-Length"]);
        Assert.Null(request["Transfer-Encoding"]);
        Assert.Equal(bytes, request.Body);
        Assert.False(stream.IsDisposed);
    }

    [Fact]
    public async Task An_empty_file_is_a_body_of_length_zero()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        using var file = new TestFile([]);
        var progress = new ProgressLog();

        await PutAsync(server.Address + "/k", UploadContent.FromFile(file.FilePath), progress: progress);

        Assert.Equal("0", Assert.Single(requests)["Content-Length"]);
        Assert.Equal(1, Assert.Single(progress.Reports).Fraction);
    }

    [Fact]
    public async Task The_refusal_of_a_large_file_is_seen_before_any_of_it_is_sent()
    {
        long received = -1;
        await using var server = WireServer.Start(async connection =>
        {
            Assert.NotNull((await connection.ReadHeadAsync())!["Expect"]);
            await connection.WriteAsync("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 40\r\n\r\n<Error><Code>AccessDenied</Code></Error>");
            received = await connection.DrainAsync();
        });
        var content = UploadContent.FromBytes(new byte[32 * 1024 * 1024], "a.bin");

        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server.Address + "/k?sig=topsecret", content));

        Assert.Equal(403, failure.StatusCode);
        Assert.Equal("AccessDenied", failure.StorageCode);
        await server.HandledAsync();
        Assert.Equal(0, received);
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_expectation_is_asked_without_it()
    {
        var requests = new List<WireRequest>();
        var bytes = Bytes.Of(2 * 1024 * 1024);
        await using var server = WireServer.Start(async connection =>
        {
            while (await connection.ReadHeadAsync() is { } head)
            {
                if (head["Expect"] is not null)
                {
                    requests.Add(head);
                    await connection.WriteAsync("HTTP/1.1 417 Expectation Failed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                    return;
                }

                requests.Add(head with { Body = await connection.ReadAsync(bytes.Length) });
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            }
        });
        using var stream = new ForwardStream(bytes);

        var headers = new Dictionary<string, string> { ["x-amz-acl"] = "private" };
        await PutAsync(server.Address + "/k", UploadContent.FromStream(stream, "a.bin", length: bytes.Length), headers);

        Assert.Equal(2, requests.Count);
        Assert.Equal(["Content-Length", "Host", "x-amz-acl"], requests[1].HeaderNames);
        Assert.Equal(bytes, requests[1].Body);
    }

    [Fact]
    public async Task A_success_before_the_whole_file_was_taken_is_an_error()
    {
        using var client = new HttpClient(new HastyHandler());
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(
            "https://storage.example/k", UploadContent.FromBytes(new byte[2 * 1024 * 1024], "a"), configure: options => options.StorageHttpClient = client));
        Assert.Contains("after 0 of 2097152 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_its_target_is_told_without_the_query()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(
            requests, "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/k?sig=secret\r\nContent-Length: 0\r\n\r\n");
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server.Address + "/k", UploadContent.FromBytes(default, "a")));
        Assert.Single(requests);
        Assert.Equal(302, failure.StatusCode);
        Assert.Contains("https://elsewhere.example/k?…", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization", "Bearer x", "Authorization")]
    [InlineData("cookie", "a=b", "cookie")]
    [InlineData("Transfer-Encoding", "chunked", "Transfer-Encoding")]
    [InlineData("Connection", "close", "Connection")]
    [InlineData("Proxy-Anything", "x", "Proxy-Anything")]
    [InlineData("Host", "evil.example", "Host")]
    [InlineData("X-A", "b\r\nX-Evil: 1", "X-A")]
    [InlineData("X-A", "b\0", "X-A")]
    [InlineData("X-A", "größe", "X-A")]
    [InlineData("X A", "b", "header name")]
    [InlineData("", "b", "header name")]
    [InlineData("Content-Length", "6", "exact length")]
    [InlineData("X-A", null, "X-A")]
    public async Task Headers_that_may_not_be_sent_are_refused_before_anything_is(string name, string? value, string named)
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(
                server.Address + "/k?sig=topsecret", UploadContent.FromBytes("hello"u8.ToArray(), "a"), new Dictionary<string, string> { [name] = value! }));
        Assert.Empty(requests);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-amz-acl", "X-Amz-Acl")]
    [InlineData("Content-Type", "content-type")]
    public async Task A_header_in_two_spellings_is_refused_for_one_value_would_break_the_signature(string name, string again)
    {
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(
                "https://storage.example/k", UploadContent.FromBytes(default, "a"), new Dictionary<string, string> { [name] = "a/b", [again] = "c/d" }));
        Assert.Contains("twice", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://storage.example/k?sig=topsecret", "https")]
    [InlineData("ftp://storage.example/k?sig=topsecret", "can't be sent to. The URL's scheme is ftp; only https (and http to this machine) can be sent to.")]
    [InlineData("mailto:topsecret@storage.example", "The URL's scheme is mailto")]
    [InlineData("/relative?sig=topsecret", "The URL is relative; it has to begin with https:// and a host.")]
    [InlineData("relative/k:1?sig=topsecret", "The URL is relative")]
    [InlineData("https://", "can't be sent to")]
    [InlineData("", "no URL")]
    [InlineData("https://good.example@evil.example/k?sig=topsecret", "user name")]
    [InlineData("https://storage.example/k\r\nX-Evil: topsecret", "control character")]
    public async Task Urls_that_may_not_be_sent_to_are_refused(string url, string named)
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(url, UploadContent.FromBytes(default, "a")));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("403 Forbidden", "<Code>AccessDenied</Code><Message>Request has expired</Message>", "expired")]
    [InlineData(
        "403 Forbidden", "<Code>AccessDenied</Code><Message>There were headers</Message><HeadersNotSigned>x-amz-date, x-amz-acl</HeadersNotSigned>",
        "x-amz-date, x-amz-acl")]
    [InlineData(
        "403 Forbidden", "<Code>SignatureDoesNotMatch</Code><AWSAccessKeyId>topsecret</AWSAccessKeyId><StringToSign>topsecret</StringToSign>",
        "host, content-type")]
    [InlineData("412 Precondition Failed", "<Code>PreconditionFailed</Code><Condition>If-None-Match</Condition>", "object at this place already")]
    [InlineData("400 Bad Request", "<Code>ExpiredToken</Code><Message>x</Message><Details>topsecret</Details>", "expired")]
    [InlineData("503 Slow Down", "<Code>SlowDown</Code>", "busy")]
    [InlineData("400 Bad Request", "<Code>EntityTooLarge</Code>", "larger")]
    public async Task A_refusal_tells_the_code_the_request_id_and_what_to_do(string status, string elements, string advice)
    {
        var xml = $"\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Error>{elements}<RequestId>REQ-1</RequestId><HostId>h</HostId></Error>";
        await using var server = WireServer.Recording(
            [], $"HTTP/1.1 {status}\r\nContent-Type: application/xml\r\nContent-Length: {Encoding.UTF8.GetByteCount(xml)}\r\n\r\n{xml}");

        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(
                server.Address + "/bucket/k?X-Amz-SignedHeaders=host%3Bcontent-type&X-Amz-Signature=topsecret",
                UploadContent.FromBytes(default, "a.png")));

        Assert.Equal(UploadStep.Put, failure.Step);
        Assert.Equal("createUpload", failure.OperationId);
        Assert.Equal("REQ-1", failure.StorageRequestId);
        Assert.Equal(elements[(elements.IndexOf('>', StringComparison.Ordinal) + 1)..elements.IndexOf("</", StringComparison.Ordinal)], failure.StorageCode);
        Assert.Equal(server.Address + "/bucket/k?…", failure.Url);
        Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Bad Gateway token=topsecret</body></html>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Error><Code>&x;</Code></Error>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"topsecret\">]><Error><Code>&x;</Code></Error>")]
    [InlineData("<Error><Code>cut off")]
    [InlineData("<Error><Code>line\nbreak topsecret</Code></Error>")]
    [InlineData("")]
    public async Task A_refusal_that_is_no_proper_xml_still_tells_the_status(string body)
    {
        await using var server = WireServer.Recording(
            [], $"HTTP/1.1 502 Bad Gateway\r\nx-amz-request-id: REQ-2\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server.Address + "/k", UploadContent.FromBytes(default, "a")));
        Assert.Equal(502, failure.StatusCode);
        Assert.Equal("REQ-2", failure.StorageRequestId);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("root:", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_azure_error_code_in_a_header_is_read()
    {
        await using var server = WireServer.Recording(
            [], "HTTP/1.1 409 Conflict\r\nx-ms-error-code: BlobAlreadyExists\r\nx-ms-request-id: R\r\nContent-Length: 0\r\n\r\n");
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server.Address + "/k", UploadContent.FromBytes(default, "a")));
        Assert.Equal("BlobAlreadyExists", failure.StorageCode);
        Assert.Equal("R", failure.StorageRequestId);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_upload_exception_with_the_cause()
    {
        await using var server = WireServer.Start(async connection => await connection.ReadHeadAsync());
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(server.Address + "/k?sig=topsecret", UploadContent.FromBytes(new byte[100], "a")));
        Assert.Null(failure.StatusCode);
        Assert.IsType<HttpRequestException>(failure.InnerException);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_takes_no_more_bytes_is_a_stall()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
            await connection.HangAsync();
        });
        var content = UploadContent.FromBytes(new byte[64 * 1024 * 1024], "a");
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(server.Address + "/k", content, configure: options => options.StallTimeout = TimeSpan.FromMilliseconds(300)));
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.Contains("StallTimeout", failure.Message, StringComparison.Ordinal);
        Assert.Contains("0.3 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_upload_that_moves_is_no_stall()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        using var slow = new ForwardStream(Bytes.Of(80_000), _ => Task.Delay(300));
        await PutAsync(server.Address + "/k", UploadContent.FromStream(slow, "a", length: 80_000), configure: options =>
        {
            options.StallTimeout = TimeSpan.FromSeconds(2);
            options.ResponseTimeout = TimeSpan.FromSeconds(2);
        });
        Assert.Equal(80_000, Assert.Single(requests).Body.Length);
    }

    [Fact]
    public async Task Storage_that_never_answers_runs_into_the_response_timeout()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.HangAsync();
        });
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(
                server.Address + "/k", UploadContent.FromBytes(new byte[10], "a"),
                configure: options => options.ResponseTimeout = TimeSpan.FromMilliseconds(300)));
        Assert.Contains("ResponseTimeout", failure.Message, StringComparison.Ordinal);
        Assert.Contains("10 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_is_prompt_and_carries_the_callers_token()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.HangAsync();
        });
        using var cancel = new CancellationTokenSource();
        // A stream that never gives a byte and doesn't heed the token.
        using var dead = new ForwardStream(new byte[10], _ => Task.Delay(Timeout.Infinite));
        var put = Storage().PutAsync("createUpload", server.Address + "/k", UploadContent.FromStream(dead, "a", length: 10), null, null, cancel.Token);
        await Task.Delay(100, Token);

        var start = Stopwatch.GetTimestamp();
        await cancel.CancelAsync();
        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => put);

        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Progress_never_goes_back_and_ends_complete()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var progress = new ProgressLog();
        using var slow = new ForwardStream(Bytes.Of(200_000), _ => Task.Delay(10));

        var start = Stopwatch.GetTimestamp();
        await PutAsync(server.Address + "/k", UploadContent.FromStream(slow, "a", length: 200_000), progress: progress);
        var mostReports = Stopwatch.GetElapsedTime(start) / TimeSpan.FromMilliseconds(50) + 2;

        long[] sent = [.. progress.Reports.Select(report => report.BytesSent)];
        Assert.Equal(sent.Order().Distinct(), sent);
        Assert.True(sent.Length > 1 && sent.Length <= mostReports, $"{sent.Length} reports");
        Assert.Equal(new UploadProgress { Step = UploadStep.Put, BytesSent = 200_000, TotalBytes = 200_000, Attempt = 1 }, progress.Reports[^1]);
    }

    [Fact]
    public void A_client_whose_default_headers_would_leak_is_refused()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer topsecret");
        var refused = Assert.Throws<ArgumentException>(() => Storage(options => options.StorageHttpClient = client));
        Assert.DoesNotContain("topsecret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeout_of_a_given_client_is_named_as_the_cause()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.HangAsync();
        });
        using var client = new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) };
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(server.Address + "/k", UploadContent.FromBytes(default, "a"), configure: options => options.StorageHttpClient = client));
        Assert.Contains("InfiniteTimeSpan", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_uploads_run_at_once_over_one_client()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var storage = Storage();
        await Task.WhenAll(Enumerable.Range(1, 40).Select(i => storage.PutAsync(
            "createUpload", $"{server.Address}/{i}", UploadContent.FromBytes(Bytes.Of(i * 1000), "a"), null, null, Token)));
        Assert.Equal(40, requests.Count);
        Assert.All(requests, request => Assert.Equal(Bytes.Of(int.Parse(request.Target[1..], null) * 1000), request.Body));
    }

    /// <summary>Answers without reading the request's body.</summary>
    private sealed class HastyHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage());
    }
}
