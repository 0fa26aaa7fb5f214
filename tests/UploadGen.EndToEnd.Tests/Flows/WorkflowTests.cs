using System.Text.Json.Nodes;
using UploadGen.EndToEnd.Tests.Vault;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>A flow of which the document tells nothing: <c>vault.arazzo.yaml</c> says what opens it, where the file goes, what is told to whom.</summary>
public sealed class WorkflowTests
{
    private static readonly UploadContent File = UploadContent.FromBytes("hello"u8.ToArray(), "a.png");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_step_is_told_what_the_workflow_says()
    {
        await using var server = await StartAsync(storage: 200);

        var locked = await Client(server).UploadUnlockAsync(File, owner: "me", cancellationToken: Cancellation);

        Assert.Equal("shut", locked.State);
        Assert.Equal(["POST /vaults", "PUT /storage/1", "PATCH /locks/t%2F1"], Log(server));
        AssertIs(
            """{ "label": "a.png", "weight": 5, "mode": "single", "private": true, "sum": "sha=qvTGHdzF6KLavt4PO0gs2a6pQ00=", "owner": "me" }""",
            server.Requests[0]);
        AssertIs("""{ "state": "shut", "held": [ { "ticket": "t/1" } ], "turns": 2.5, "owner": "me" }""", server.Requests[2]);
    }

    [Fact]
    public async Task An_upload_that_fails_is_given_up_as_the_workflow_says()
    {
        await using var server = await StartAsync(storage: 400);

        await Assert.ThrowsAsync<UploadException>(() => Client(server).UploadUnlockAsync(File, cancellationToken: Cancellation));

        Assert.Equal(["POST /vaults", "PUT /storage/1", "DELETE /locks/t%2F1"], Log(server));
    }

    private static Task<WebServer> StartAsync(int storage)
        => WebServer.RecordingAsync(context => context.Request.Method switch
        {
            "POST" => context.AnswerAsync(201, $$"""{ "spot": "http://{{context.Request.Host}}/storage/1", "ticket": "t/1" }"""),
            "PUT" => context.AnswerAsync(storage),
            "PATCH" => context.AnswerAsync(200, """{ "state": "shut" }"""),
            _ => context.AnswerAsync(204),
        });

    private static VaultClient Client(WebServer server)
        => new(new VaultClientOptions { BaseAddress = server.Address, Credential = ApiCredential.FromToken("key") });

    private static IEnumerable<string> Log(WebServer server) => server.Requests.Select(request => $"{request.Method} {request.Target}");

    private static void AssertIs(string expected, WebRequest request)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(request.Text)), request.Text);
}
