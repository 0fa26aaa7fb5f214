using UploadGen.EndToEnd.Tests.Quay;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Uploads whose URL, and key, stand in headers of the answer: <c>quay.json</c>.</summary>
public sealed class AnswerHeaderTests
{
    private const string Signature = "5ec7e75ec7e7";

    private static readonly UploadContent File = UploadContent.FromBytes("hello"u8.ToArray(), "a.png");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://$host/storage/a%2Fb?sig=5ec7e75ec7e7", "/storage/a%2Fb?sig=5ec7e75ec7e7")]
    [InlineData("//$host/storage/a%2fb", "/storage/a%2fb")]
    [InlineData("/storage/a%2fb?sig=5ec7e75ec7e7", "/storage/a%2fb?sig=5ec7e75ec7e7")]
    [InlineData("../storage/1", "/storage/1")]
    [InlineData("?storage=1", "/v1/parcels?storage=1")]
    public async Task The_file_goes_to_Location_which_may_be_relative(string location, string target)
    {
        await using var server = await StartAsync("Location", location);

        var thing = await Client(server).UploadParcelAsync(File, cancellationToken: Cancellation);

        Assert.Equal("done", thing.Id);
        Assert.Equal(["POST /v1/parcels", "PUT " + target, "POST /v1/parcels/u%2F7/complete"], Log(server));
        Assert.Equal("hello", server.Requests[1].Text);
        Assert.False(server.Requests[1].Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task The_steps_can_be_done_one_by_one()
    {
        await using var server = await StartAsync("Location", "/storage/1?sig=" + Signature);
        var client = Client(server);

        var session = await client.CreateParcelUploadAsync(new() { Filename = "a.png", Size = 5 }, Cancellation);
        await client.PutParcelUploadAsync(session, File, cancellationToken: Cancellation);
        await client.CompleteParcelUploadAsync(session.XUploadId!, Cancellation);

        Assert.Equal(["POST /v1/parcels", "PUT /storage/1?sig=" + Signature, "POST /v1/parcels/u%2F7/complete"], Log(server));
        Assert.DoesNotContain(Signature, session.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_is_stated_comes_beside_what_the_body_says()
    {
        await using var server = await StartAsync("X-Target-Url", "/storage/1");

        await Client(server).UploadBarrelAsync(File, cancellationToken: Cancellation);

        Assert.Equal(["POST /v1/barrels", "PUT /storage/1", "POST /v1/barrels/done/complete"], Log(server));
    }

    [Fact]
    public async Task Without_the_header_nothing_is_sent()
    {
        await using var server = await StartAsync("X-Other", "/storage/1");

        var failure = await Assert.ThrowsAsync<UploadException>(() => Client(server).UploadParcelAsync(File, cancellationToken: Cancellation));

        Assert.Equal((UploadStep.Put, (bool?)false), (failure.Step, failure.IsStored));
        Assert.Equal(["POST /v1/parcels"], Log(server));
    }

    private static Task<WebServer> StartAsync(string header, string value)
        => WebServer.RecordingAsync(context =>
        {
            if (context.Request.Method == "PUT")
            {
                return context.AnswerAsync(200);
            }

            context.Response.Headers[header] = value.Replace("$host", context.Request.Host.Value, StringComparison.Ordinal);
            context.Response.Headers["X-Upload-Id"] = "u/7";
            var isBodiless = context.Request.Path.Value!.EndsWith("/parcels", StringComparison.Ordinal);
            return isBodiless ? context.AnswerAsync(201) : context.AnswerAsync(200, """{ "id": "done" }""");
        });

    private static QuayClient Client(WebServer server)
        => new(new QuayClientOptions { BaseAddress = new Uri(server.Address, "v1/"), Credential = ApiCredential.FromToken("key") });

    private static IEnumerable<string> Log(WebServer server) => server.Requests.Select(request => $"{request.Method} {request.Target}");
}
