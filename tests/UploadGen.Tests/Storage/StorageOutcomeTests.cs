namespace UploadGen.Tests;

/// <summary>What is said of the file after a failure: that storage doesn't have it, that it may have it, or that the URL has expired.</summary>
public class StorageOutcomeTests
{
    private static readonly Dictionary<string, string> OnlyNew = new() { ["If-None-Match"] = "*" };

    [Fact]
    public async Task A_file_of_which_a_part_was_sent_is_not_stored()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
            await connection.ReadAsync(100_000);
            connection.Reset();
        });
        Assert.False((await FailedAsync(server, new byte[32 * 1024 * 1024])).IsStored);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_server_that_fails_with_the_whole_file_may_have_stored_it(int status)
    {
        await using var server = WireServer.Recording([], Answer(status));
        Assert.Null((await FailedAsync(server, new byte[10])).IsStored);
    }

    [Fact]
    public async Task A_server_that_fails_before_it_takes_the_file_has_not_stored_it()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 503 x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            await connection.DrainAsync();
        });
        Assert.False((await FailedAsync(server, new byte[32 * 1024 * 1024])).IsStored);
    }

    /// <summary>The object may have been there before: only storage's word for its length and MD5 makes it the file.</summary>
    [Theory]
    [InlineData("ETag: \"a63c90cc3684ad8b0a2176a6a8fe9005\"", true)]
    [InlineData("ETag: \"A63C90CC3684AD8B0A2176A6A8FE9005\"", true)]
    [InlineData("Content-MD5: pjyQzDaErYsKIXamqP6QBQ==", true)]
    [InlineData("x-goog-hash: crc32c=493waw==,md5=pjyQzDaErYsKIXamqP6QBQ==", true)]
    [InlineData("Repr-Digest: sha-256=:AdRIr9koBlRYz2cLYPWllNc1rwFyyNZ/IqgWgBMmgco=:", true)]
    [InlineData("x-amz-request-id: 1\r\nETag: \"d41d8cd98f00b204e9800998ecf8427e\"", false)]
    [InlineData("Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg==", false)]
    [InlineData("x-goog-hash: crc32c=n03x6A==", false)]
    [InlineData("x-goog-hash: crc32c=493waw==", null)]
    [InlineData("ETag: \"d41d8cd98f00b204e9800998ecf8427e\"", null)]
    [InlineData("ETag: \"0x8D4BCC2E4835CD0\"", null)]
    public async Task An_object_that_is_there_after_a_lost_answer_may_be_the_file(string header, bool? isFile)
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(
            requests,
            WireServer.Cut,
            "HTTP/1.1 409 x\r\nx-ms-error-code: BlobAlreadyExists\r\nContent-Length: 0\r\n\r\n",
            $"HTTP/1.1 200 x\r\nContent-Length: 10\r\n{header}\r\n\r\n");

        var put = PutAsync(server, new byte[10], OnlyNew);

        if (isFile == true)
        {
            await put;
        }
        else
        {
            Assert.Equal(isFile, (await Assert.ThrowsAsync<UploadException>(() => put)).IsStored);
        }

        Assert.Equal(["PUT", "PUT", "HEAD"], requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("HTTP/1.1 403 x\r\nContent-Length: 0\r\n\r\n", null)]
    [InlineData(WireServer.Cut, null)]
    [InlineData("HTTP/1.1 200 x\r\nContent-Length: 11\r\n\r\n", false)]
    public async Task What_storage_does_not_tell_is_not_known(string answer, bool? isStored)
    {
        await using var server = WireServer.Recording([], WireServer.Cut, "HTTP/1.1 412 x\r\nContent-Length: 0\r\n\r\n", answer);

        Assert.Equal(isStored, (await FailedAsync(server, new byte[10], OnlyNew)).IsStored);
    }

    [Theory]
    [InlineData(403, "*")]
    [InlineData(409, "*")]
    [InlineData(412, "\"a1\"")]
    public async Task Another_refusal_after_a_lost_answer_does_not_say_that_the_file_is_there(int status, string ifNoneMatch)
    {
        await using var server = WireServer.Recording([], WireServer.Cut, Answer(status));
        var failure = await FailedAsync(server, new byte[10], new() { ["If-None-Match"] = ifNoneMatch });
        Assert.Equal((status, (bool?)null), (failure.StatusCode, failure.IsStored));
    }

    [Theory]
    [InlineData("<Code>AccessDenied</Code><Message>Request has expired</Message>", true)]
    [InlineData(
        "<Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Signature not valid in the specified time frame</AuthenticationErrorDetail>", true)]
    [InlineData("<Code>AccessDenied</Code><Message>Access denied</Message>", false)]
    public async Task A_store_that_says_so_has_a_URL_that_has_expired(string elements, bool isExpired)
    {
        await using var server = WireServer.Recording([], Answer(403, $"<Error>{elements}</Error>"));
        Assert.Equal(isExpired, (await FailedAsync(server, new byte[10])).IsUrlExpired);
    }

    /// <summary>What can't be judged isn't a success: whether the file is stored isn't known then.</summary>
    [Theory]
    [InlineData("Content-Type: text/html\r\nContent-Length: 32\r\n\r\n<!DOCTYPE html><title>In</title>", "with a web page")]
    [InlineData("Content-Length: 22\r\n\r\n{\"error\":\"quota full\"}", "with an error in its body")]
    [InlineData("Content-Type: application/xml\r\nContent-Length: 21\r\n\r\n<?xml version=\"1.0\"?>", "with XML that breaks off")]
    [InlineData("Content-Type: application/xml\r\nContent-Length: 100\r\n\r\n<Err", "with a body that couldn't be read to its end")]
    [InlineData("ETag: W/\"D41D8CD98F00B204E9800998ECF8427E\"\r\nContent-Length: 0\r\n\r\n", "with the ETag of an empty object")]
    public async Task A_200_that_says_something_else_is_no_success(string answer, string doubt)
    {
        await using var server = WireServer.Recording([], $"HTTP/1.1 200 OK\r\nConnection: close\r\n{answer}");

        var failure = await FailedAsync(server, new byte[10]);

        Assert.Contains(doubt, failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.IsStored);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    public async Task S3_s_error_is_one_whatever_it_is_called(string type)
    {
        const string Error = "<Error><Code>InternalError</Code></Error>";
        await using var server = WireServer.Recording(
            [], $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: {type}\r\nContent-Length: {Error.Length}\r\n\r\n{Error}");

        var failure = await FailedAsync(server, new byte[10]);

        Assert.Equal(("InternalError", null), (failure.StorageCode, failure.IsStored));
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("{\"success\":true,\"errors\":[],\"error\":null}")]
    [InlineData("<?xml version=\"1.0\"?><PostResponse><Key>k</Key></PostResponse>")]
    public async Task What_a_store_says_of_the_file_is_no_error(string body)
    {
        await using var server = WireServer.Recording([], Answer(200, body));

        await PutAsync(server, new byte[10]);
    }

    private static string Answer(int status, string body = "") => $"HTTP/1.1 {status} x\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private static Task<UploadException> FailedAsync(WireServer server, byte[] file, Dictionary<string, string>? headers = null)
        => Assert.ThrowsAsync<UploadException>(() => PutAsync(server, file, headers));

    private static async Task PutAsync(WireServer server, byte[] file, Dictionary<string, string>? headers = null)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address), Retry = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxAttempts = 2 } };
        await new ApiConnection(null, options, "").Storage.PutAsync(
            "createUpload", server.Address + "/k", UploadContent.FromBytes(file, "a"), headers, progress: null, TestContext.Current.CancellationToken);
    }
}
