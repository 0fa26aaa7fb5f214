using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>Retries that lead to nothing are numbered, for each upload and for the whole client.</summary>
public class RetryBudgetTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private const string Busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";

    private readonly List<WireRequest> _requests = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_an_outage_each_request_is_soon_sent_only_once()
    {
        await using var server = WireServer.Recording(_requests, Busy);
        var api = Api(server, clientBudget: 12);

        var failures = new List<UploadException>();
        for (var i = 0; i < 100; i++)
        {
            failures.Add(await Assert.ThrowsAsync<UploadException>(() => PutAsync(api, server)));
        }

        Assert.Equal(100 + 12, _requests.Count);
        Assert.Equal([6, 6, 3, 1], failures.Take(4).Select(failure => failure.Attempts));
        Assert.DoesNotContain("ClientBudget", failures[0].Message, StringComparison.Ordinal);
        Assert.Contains("too many retries of this client have led to nothing (UploadRetryOptions.ClientBudget)", failures[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_fail_now_and_then_are_always_retried()
    {
        await using var server = WireServer.Recording(_requests, [.. Enumerable.Repeat<string[]>([Busy, Busy, Ok], 50).SelectMany(answers => answers)]);
        var api = Api(server, clientBudget: 2);

        for (var i = 0; i < 50; i++)
        {
            await PutAsync(api, server);
        }

        Assert.Equal(150, _requests.Count);
    }

    [Fact]
    public async Task Five_requests_that_get_through_earn_a_retry_after_an_outage()
    {
        await using var server = WireServer.Recording(_requests, [Busy, Busy, Ok, Ok, Ok, Ok, Busy, Ok, Busy, Ok]);
        var api = Api(server, clientBudget: 1);

        await Assert.ThrowsAsync<UploadException>(() => PutAsync(api, server));
        for (var i = 0; i < 4; i++)
        {
            await PutAsync(api, server);
        }

        await Assert.ThrowsAsync<UploadException>(() => PutAsync(api, server));
        await PutAsync(api, server);
        await PutAsync(api, server);

        Assert.Equal(10, _requests.Count);
    }

    /// <summary>The API is well, and opens an upload for each file: storage's outage isn't made worse by that.</summary>
    [Fact]
    public async Task What_the_API_answers_earns_no_retry_with_storage()
    {
        var puts = new List<WireRequest>();
        await using var storage = WireServer.Recording(puts, Busy);
        await using var server = WireServer.Recording(_requests, Ok);
        var api = Api(server, clientBudget: 5);

        for (var i = 0; i < 20; i++)
        {
            await api.SendAsync(api.Request("op", HttpMethod.Post, "/x"), new ApiResponses(), Token);
            await Assert.ThrowsAsync<UploadException>(() => PutAsync(api, storage));
        }

        Assert.Equal((20, 20 + 5), (_requests.Count, puts.Count));
    }

    [Fact]
    public async Task The_requests_of_an_upload_share_its_budget_and_the_next_upload_has_its_own()
    {
        await using var server = WireServer.Recording(_requests, Busy);
        var api = Api(server, clientBudget: 100, uploadBudget: 7);

        for (var i = 0; i < 2; i++)
        {
            var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(api, server, puts: 3));
            Assert.Contains("of this upload have led to nothing (UploadRetryOptions.UploadBudget)", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2 * (3 + 7), _requests.Count);
    }

    private static Task PutAsync(ApiConnection api, WireServer server)
        => api.Storage.PutAsync("op", server.Address + "/k", UploadContent.FromBytes(new byte[10], "a"), null, null, Token);

    private static Task<string> UploadAsync(ApiConnection api, WireServer server, int puts)
        => new UploadRunner(NullLogger.Instance).RunAsync(
            new UploadFlow<string, string>("Asset", "createAsset")
            {
                Create = (_, _) => Task.FromResult("asset"),
                Url = _ => server.Address,
                Put = async (_, _, _, _) =>
                {
                    for (var i = 1; i < puts; i++)
                    {
                        await Assert.ThrowsAsync<UploadException>(() => PutAsync(api, server));
                    }

                    await PutAsync(api, server);
                },
                Confirm = (session, _, _) => Task.FromResult(session),
            },
            UploadContent.FromBytes(new byte[10], "a"), null, null, Token);

    private static ApiConnection Api(WireServer server, int clientBudget, int uploadBudget = 50)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address) };
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.ClientBudget = clientBudget;
        options.Retry.UploadBudget = uploadBudget;
        return new ApiConnection(null, options, "");
    }
}
