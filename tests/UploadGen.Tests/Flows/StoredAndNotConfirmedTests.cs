using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>Who cancels or fails when the file is stored is told that it is, and whether the API was told.</summary>
public sealed class StoredAndNotConfirmedTests : IDisposable
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private readonly List<WireRequest> _requests = [];
    private readonly CancellationTokenSource _canceled = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private int _aborts;

    public void Dispose() => _canceled.Dispose();

    [Fact]
    public async Task A_credential_that_fails_at_the_confirmation_leaves_an_upload_that_may_be_confirmed()
    {
        await using var server = WireServer.Recording(_requests, Ok);

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(server, _ => throw new InvalidOperationException("the vault is closed")));

        Assert.Equal((UploadStep.Confirm, (bool?)true, "asset-1"), (failure.Step, failure.IsStored, failure.UploadId));
        Assert.Contains("the vault is closed", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "The file is in storage (upload asset-1), and the API wasn't told: the upload may still be confirmed.", failure.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(failure.InnerException);
        Assert.Equal((0, 0), (_requests.Count, _aborts));
    }

    /// <summary>A time limit of the provider's own is no cancellation of the upload.</summary>
    [Fact]
    public async Task A_credential_that_is_canceled_by_itself_is_a_failure()
    {
        await using var server = WireServer.Recording(_requests, Ok);

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(server, _ => throw new TaskCanceledException("the vault took too long")));

        Assert.Equal((UploadStep.Confirm, (bool?)true), (failure.Step, failure.IsStored));
    }

    [Fact]
    public async Task A_cancellation_before_the_confirmation_is_sent_says_that_the_API_was_not_told()
    {
        await using var server = WireServer.Recording(_requests, Ok);

        var canceled = await Assert.ThrowsAsync<UploadCanceledException>(() => UploadAsync(server, token =>
        {
            _canceled.Cancel();
            throw new OperationCanceledException("with sk-4f9a8b7c6d5e4f3a2b1c", token);
        }));

        Assert.Equal((UploadStep.Confirm, (bool?)true, "asset-1"), (canceled.Step, canceled.IsStored, canceled.UploadId));
        Assert.Equal(_canceled.Token, canceled.CancellationToken);
        Assert.DoesNotContain("4f9a8b7c", canceled.ToString(), StringComparison.Ordinal);
        Assert.Contains("the API wasn't told: the upload may still be confirmed", canceled.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (_requests.Count, _aborts));
    }

    [Fact]
    public async Task A_cancellation_while_the_confirmation_is_answered_says_that_it_is_not_known()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await _canceled.CancelAsync();
            await connection.HangAsync();
        });

        var canceled = await Assert.ThrowsAsync<UploadCanceledException>(() => UploadAsync(server, _ => ValueTask.FromResult("key")));

        Assert.Equal((UploadStep.Confirm, (bool?)true, "asset-1"), (canceled.Step, canceled.IsStored, canceled.UploadId));
        Assert.Contains("whether the API has confirmed it isn't known", canceled.Message, StringComparison.Ordinal);
        Assert.Equal(0, _aborts);
    }

    /// <summary>The progress, a file that is read for a digest: whatever else fails then.</summary>
    [Fact]
    public async Task Any_failure_after_the_file_is_stored_says_that_it_is()
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var progress = new Failing();

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(server, _ => ValueTask.FromResult("key"), progress));

        Assert.Equal((UploadStep.Confirm, (bool?)true, "asset-1"), (failure.Step, failure.IsStored, failure.UploadId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancellation_says_whether_storage_may_have_the_file(bool isWhole)
    {
        await using var server = WireServer.Start(async connection =>
        {
            var request = await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
            await connection.ReadAsync(isWhole ? request!.Length : 100_000);
            await _canceled.CancelAsync();
            await connection.HangAsync();
        });

        var file = UploadContent.FromBytes(new byte[20_000_000], "a");
        var canceled = await Assert.ThrowsAsync<UploadCanceledException>(
            () => Api(server).Storage.PutAsync("op", server.Address + "/k?sig=topsecret", file, null, null, _canceled.Token));

        Assert.Equal((UploadStep.Put, isWhole ? null : (bool?)false), (canceled.Step, canceled.IsStored));
        Assert.DoesNotContain("topsecret", canceled.ToString(), StringComparison.Ordinal);
    }

    private Task<string> UploadAsync(WireServer server, Func<CancellationToken, ValueTask<string>> key, IProgress<UploadProgress>? progress = null)
    {
        var api = Api(server, ApiCredential.FromProvider(key));
        var flow = new UploadFlow<string, string>("Asset", "createAsset")
        {
            Create = (_, _) => Task.FromResult("asset-1"),
            Url = _ => server.Address,
            Id = session => session,
            Put = (_, _, _, _) => Task.CompletedTask,
            Confirm = async (session, _, token) =>
            {
                await api.SendAsync(api.Request("confirmAsset", HttpMethod.Post, "/c").Authorize(SecurityScheme.Bearer("b")), new ApiResponses(), token);
                return session;
            },
            Abort = (_, _) => Task.FromResult(_aborts++),
        };
        return new UploadRunner(NullLogger.Instance).RunAsync(flow, UploadContent.FromBytes(new byte[10], "a"), null, progress, _canceled.Token);
    }

    private static ApiConnection Api(WireServer server, ApiCredential? credential = null)
        => new(null, new UploadClientOptions { BaseAddress = new Uri(server.Address), Credential = credential, Retry = { MaxAttempts = 1 } }, "");

    private sealed class Failing : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value)
        {
            if (value.Step == UploadStep.Confirm)
            {
                throw new InvalidOperationException("the bar is full");
            }
        }
    }
}
