using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Flows;

public sealed class RunflowFlowTests : FlowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(50_000)]
    [InlineData(5_000_000)]
    public async Task One_call_brings_a_file_in(int length)
    {
        using var file = new SampleFile(length);
        var client = Runflow();

        var asset = await client.UploadAssetAsync(file.Content(), folderId: Server.FolderId, cancellationToken: Cancellation);

        var stored = Assert.Single(Server.Objects);
        Assert.Equal(file.Sha256, stored.Sha256);
        Assert.Equal((length, "image/webp"), (stored.Length, stored.ContentType));
        Assert.Equal((stored.Key, "perfume bottle.webp", length, Server.FolderId), (asset.R2Key, asset.Name, asset.SizeBytes, asset.FolderId));
        Assert.Equal(asset, await client.GetAssetAsync(asset.Id!.Value, Cancellation));
        Assert.Equal(
            [
                "POST /v1/asset-uploads 201",
                $"PUT /storage/assets/{asset.Id}/perfume%20bottle.webp 200",
                $"POST /v1/asset-uploads/{asset.Id}/confirmations 201",
                $"GET /v1/assets/{asset.Id} 200",
            ],
            Exchanges);
    }

    [Fact]
    public async Task Step_by_step_a_file_becomes_an_asset_that_a_run_can_use()
    {
        var bytes = RandomNumberGenerator.GetBytes(30_000);
        var content = UploadContent.FromStream(new MemoryStream(bytes), "bottle.png");
        var client = Runflow();

        var session = await client.CreateAssetUploadAsync(
            new() { Filename = content.FileName, MimeType = content.MediaType, SizeBytes = content.Length }, Server.OrganizationId.ToString(), Cancellation);
        await client.PutAssetUploadAsync(session, content, cancellationToken: Cancellation);
        var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: Cancellation);
        var input = new Dictionary<string, JsonElement> { ["asset_id"] = JsonSerializer.SerializeToElement(asset.Id) };
        var run = await client.CreateModelRunAsync("runflow", "background/replace", new() { Input = input }, Cancellation);

        Assert.Equal(session.AssetId, asset.Id);
        Assert.Null(asset.FolderId);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Assert.Single(Server.Objects).Sha256);
        Assert.Equal(asset.Id, run.GetProperty("input").GetProperty("asset_id").GetGuid());
        Assert.Equal("POST /v1/models/runflow/background%2Freplace/runs 201", Exchanges.Last());
    }

    [Fact]
    public async Task Storage_sees_the_declared_media_type_and_nothing_else()
    {
        using var file = new SampleFile(50_000);

        await Runflow().UploadAssetAsync(file.Content(), cancellationToken: Cancellation);

        HasExactly(Only("PUT"), $"Host: {Server.BaseAddress.Authority}", "Content-Type: image/webp", "Content-Length: 50000");
    }

    [Fact]
    public async Task A_large_body_waits_for_the_go_ahead_of_storage()
    {
        using var file = new SampleFile(2_000_000);

        await Runflow().UploadAssetAsync(file.Content(), cancellationToken: Cancellation);

        HasExactly(Only("PUT"), $"Host: {Server.BaseAddress.Authority}", "Content-Type: image/webp", "Content-Length: 2000000", "Expect: 100-continue");
    }

    [Fact]
    public async Task The_API_sees_the_token_and_what_was_asked_of_it()
    {
        using var file = new SampleFile(1000);

        await Runflow().UploadAssetAsync(file.Content(), Server.OrganizationId.ToString(), Server.FolderId, cancellationToken: Cancellation);

        string[] common = [.. ApiHeaders, $"X-Organization-Id: {Server.OrganizationId}", "Content-Type: application/json"];
        var opening = """{"filename":"perfume bottle.webp","mime_type":"image/webp","size_bytes":1000}""";
        HasExactly(Server.Requests[0], [.. common, $"Content-Length: {opening.Length}"]);
        HasExactly(Server.Requests[2], [.. common, $"Content-Length: {$$"""{"folder_id":"{{Server.FolderId}}"}""".Length}"]);
    }

    [Fact]
    public async Task A_trace_goes_to_the_API_and_never_to_storage()
    {
        using var file = new SampleFile(1000);
        using var activity = new Activity("upload").Start();

        await Runflow().UploadAssetAsync(file.Content(), cancellationToken: Cancellation);

        Assert.Contains(activity.TraceId.ToHexString(), Server.Requests[0].Headers["traceparent"], StringComparison.Ordinal);
        HasExactly(Only("PUT"), $"Host: {Server.BaseAddress.Authority}", "Content-Type: image/webp", "Content-Length: 1000");
    }

    [Fact]
    public async Task The_headers_of_an_injected_client_never_go_to_storage()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", "Bearer of-another-api");
        http.DefaultRequestHeaders.Add("Cookie", "session=1");
        http.DefaultRequestHeaders.Add("X-Tenant", "shop");
        using var file = new SampleFile(1000);

        await new RunflowClient(http, OptionsFor<RunflowClientOptions>(Server.BaseAddress)).UploadAssetAsync(file.Content(), cancellationToken: Cancellation);

        Assert.Equal(("shop", $"Bearer {Server.ApiKey}"), (Server.Requests[0].Headers["X-Tenant"], Server.Requests[0].Headers["Authorization"]));
        HasExactly(Only("PUT"), $"Host: {Server.BaseAddress.Authority}", "Content-Type: image/webp", "Content-Length: 1000");
    }

    [Fact]
    public async Task Progress_goes_through_the_steps_and_ends_complete()
    {
        using var file = new SampleFile(3_000_000);
        var reports = new List<UploadProgress>();

        await Runflow().UploadAssetAsync(file.Content(), progress: new Observer(reports.Add), cancellationToken: Cancellation);

        Assert.Equal(reports.Select(report => (report.Step, report.BytesSent)).Order(), reports.Select(report => (report.Step, report.BytesSent)));
        Assert.Equal([UploadStep.Create, UploadStep.Put, UploadStep.Confirm], reports.Select(report => report.Step).Distinct());
        Assert.Equal(3_000_000, reports.Last(report => report.Step == UploadStep.Put).BytesSent);
        Assert.Equal(1, reports[^1].Fraction);
        Assert.All(reports, report => Assert.Equal(3_000_000, report.TotalBytes));
    }

    [Fact]
    public async Task One_client_serves_many_uploads_at_a_time()
    {
        var client = Runflow();

        await Parallel.ForAsync(0, 12, Cancellation, async (i, cancellation) =>
        {
            using var file = new SampleFile(200_000 + i, $"{i}.png");
            var asset = await client.UploadAssetAsync(file.Content(), cancellationToken: cancellation);
            Assert.Equal(file.Sha256, Server.FindObject(asset.R2Key!)!.Sha256);
        });

        Assert.Equal(12, Server.Objects.Count);
    }
}
