using Microsoft.AspNetCore.Http;

namespace UploadGen.Tests;

/// <summary>A refusal that comes while the file is being sent, before the connection is closed, is read; nothing is sent again.</summary>
public class EarlyRefusalTests
{
    private const int Length = 40_000_000;

    private const string Refusal =
        "HTTP/1.1 413 Too Large\r\nContent-Type: application/xml\r\nContent-Length: 42\r\n\r\n<Error><Code>EntityTooLarge</Code></Error>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Of_storage_it_is_read(bool isReset, bool isSecure)
    {
        var connections = 0;
        using var certificate = new LoopbackCertificate();
        await using var server = WireServer.Start(
            async connection =>
            {
                Interlocked.Increment(ref connections);
                await RefuseAsync(connection, isReset);
            },
            isSecure ? certificate : null);
        using var client = isSecure ? certificate.TrustingClient(HttpHandlers.ForStorage()) : null;

        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server.Address, client));

        Assert.Equal((413, "EntityTooLarge", (bool?)false, 1), (failure.StatusCode, failure.StorageCode, failure.IsStored, failure.Attempts));
        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task Of_an_API_it_is_read()
    {
        await using var server = WireServer.Start(connection => RefuseAsync(connection, isReset: true));
        var api = Api(server.Address);

        var failure = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(
            api.Request("op", HttpMethod.Post, "/x").FormFile("file", File()), new ApiResponses(), Token));

        Assert.Equal((413, (bool?)false, 1), (failure.StatusCode, failure.IsStored, failure.Attempts));
    }

    /// <summary>It says success, and didn't take the file.</summary>
    [Fact]
    public async Task A_success_before_the_whole_file_was_sent_is_none()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await BeginAsync(connection);
            await connection.WriteAsync(WireServer.Ok);
            connection.Reset();
        });

        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server.Address));

        Assert.Equal(false, failure.IsStored);
    }

    [Fact]
    public async Task A_connection_that_breaks_without_an_answer_is_told_as_that()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await BeginAsync(connection);
            connection.Reset();
        });
        var progress = new ProgressLog();

        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server.Address, progress: progress));

        Assert.Equal((null, (bool?)false, 2, true), (failure.StatusCode, failure.IsStored, failure.Attempts, failure.IsTransient));
        Assert.All(progress.Reports, report => Assert.True(report.BytesSent < Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kestrel_is_heard(bool waits)
    {
        var requests = 0;
        await using var server = await WebServer.StartAsync(async context =>
        {
            Interlocked.Increment(ref requests);
            if (waits)
            {
                var buffer = new byte[100_000];
                await context.Request.Body.ReadExactlyAsync(buffer, context.RequestAborted);
            }

            context.Response.StatusCode = 403;
            context.Response.Headers.Connection = "close";
            await context.Response.WriteAsync("<Error><Code>AccessDenied</Code></Error>");
        });

        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(server.Address.ToString().TrimEnd('/')));

        Assert.Equal((403, 1), (failure.StatusCode, requests));
    }

    private static async Task RefuseAsync(WireConnection connection, bool isReset)
    {
        await BeginAsync(connection);
        await connection.WriteAsync(Refusal);
        if (isReset)
        {
            await connection.WaitAsync(TimeSpan.FromMilliseconds(50));
            connection.Reset();
        }
    }

    private static async Task BeginAsync(WireConnection connection)
    {
        await connection.ReadHeadAsync();
        await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
        await connection.ReadAsync(100_000);
    }

    private static UploadContent File() => UploadContent.FromBytes(new byte[Length], "a.bin");

    private static Task PutAsync(string address, HttpClient? client = null, IProgress<UploadProgress>? progress = null)
        => Api(address, client).Storage.PutAsync("op", address + "/k", File(), null, progress, Token);

    private static ApiConnection Api(string address, HttpClient? client = null)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri(address), StorageHttpClient = client };
        options.Retry.MaxAttempts = 2;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        return new ApiConnection(null, options, "");
    }
}
