using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Flows;

public sealed class MockableClientTests : FlowTests
{
    [Fact]
    public async Task An_overridden_step_is_used_by_the_whole_flow()
    {
        using var file = new SampleFile(1000);
        var client = new CountingClient(OptionsFor<RunflowClientOptions>(Server.BaseAddress));

        var asset = await client.UploadAssetAsync(file.Content(), cancellationToken: Cancellation);

        Assert.Equal(1, client.Puts);
        Assert.Equal(file.Sha256, Server.FindObject(asset.R2Key!)!.Sha256);
    }

    [Fact]
    public async Task A_test_double_runs_the_flow_without_a_network()
    {
        var client = new TestDouble();

        var asset = await client.UploadAssetAsync(UploadContent.FromBytes(new byte[3], "bottle.webp"), "org", cancellationToken: Cancellation);

        Assert.Equal("bottle.webp", asset.Name);
        Assert.Equal(["create bottle.webp image/webp 3 for org", $"put 3 to {TestDouble.Url}", $"confirm {TestDouble.Id} for org"], client.Calls);
    }

    [Fact]
    public async Task A_step_that_a_test_double_does_not_override_says_so()
    {
        var unprepared = await Assert.ThrowsAsync<InvalidOperationException>(() => new TestDouble().GetAssetAsync(TestDouble.Id, Cancellation));

        Assert.Contains("test doubles", unprepared.Message, StringComparison.Ordinal);
    }

    private sealed class CountingClient(RunflowClientOptions options) : RunflowClient(options)
    {
        public int Puts { get; private set; }

        public override Task PutAssetUploadAsync(
            AssetUploadResponse session, UploadContent content, IProgress<UploadProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            Puts++;
            return base.PutAssetUploadAsync(session, content, progress, cancellationToken);
        }
    }

    private sealed class TestDouble : RunflowClient
    {
        public static readonly Guid Id = Guid.Parse("0199c0de-0000-7000-8000-000000000001");
        public static readonly Uri Url = new("https://storage.example/a");

        public List<string> Calls { get; } = [];

        public override Task<AssetUploadResponse> CreateAssetUploadAsync(
            CreateAssetUploadRequest body, string? xOrganizationId = null, CancellationToken cancellationToken = default)
        {
            Calls.Add($"create {body.Filename} {body.MimeType} {body.SizeBytes} for {xOrganizationId}");
            return Task.FromResult(new AssetUploadResponse { AssetId = Id, UploadUrl = Url });
        }

        public override Task PutAssetUploadAsync(
            AssetUploadResponse session, UploadContent content, IProgress<UploadProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            Calls.Add($"put {content.Length} to {session.UploadUrl}");
            return Task.CompletedTask;
        }

        public override Task<FullValidator> CreateAssetUploadConfirmationAsync(
            Guid assetUploadId, ConfirmAssetUploadRequest? body = null, string? xOrganizationId = null, CancellationToken cancellationToken = default)
        {
            Calls.Add($"confirm {assetUploadId} for {xOrganizationId}");
            return Task.FromResult(new FullValidator { Id = assetUploadId, Name = "bottle.webp" });
        }
    }
}
