using System.Text.Json;
using Quickstart.Output;
using Quickstart.Runflow;
using UploadGen;
using UploadServer;

namespace Quickstart.Flows;

/// <summary>Create, PUT, confirm: the file is announced, sent to storage, and made an asset. Then a run uses the asset.</summary>
internal sealed class RunflowFlow(EmbeddedUploadServer server, Transcript transcript) : IFlow
{
    private const long MaxSizeBytes = 50 * 1024 * 1024;

    // Against the real API: new RunflowClient(apiKey).
    private readonly RunflowClient _client = new(new RunflowClientOptions
    {
        BaseAddress = server.BaseAddress,
        Credential = ApiCredential.FromToken(server.ApiKey),
    });

    public string Title => "Runflow: create, PUT, confirm";

    public async Task RunAsync(UploadContent content, CancellationToken cancellationToken)
    {
        var id = await UploadAsync(content, cancellationToken);
        await UseInRunAsync(id, cancellationToken);
        await ReadBackAsync(id, cancellationToken);

        await transcript.RefusalAsync(
            "UploadAssetAsync", MaxSizeBytes, tooLarge => _client.UploadAssetAsync(tooLarge, cancellationToken: cancellationToken));
    }

    // The three steps are one call.
    private async Task<Guid> UploadAsync(UploadContent content, CancellationToken cancellationToken)
    {
        var asset = await transcript.UploadAsync(
            content, progress => _client.UploadAssetAsync(content, progress: progress, cancellationToken: cancellationToken));

        transcript.Requests("create", "PUT", "confirm");
        transcript.Value("asset id", asset.Id);

        // The document lets every member of an asset be null. One that was just made has an id all the same.
        return asset.Id!.Value;
    }

    private async Task UseInRunAsync(Guid assetId, CancellationToken cancellationToken)
    {
        var run = await _client.CreateModelRunAsync(
            "runflow",
            "background-replace",
            new CreateModelRunRequest
            {
                Input = new Dictionary<string, JsonElement>
                {
                    ["asset_id"] = JsonSerializer.SerializeToElement(assetId),
                    ["prompt"] = JsonSerializer.SerializeToElement("on a marble table, in morning light"),
                },
            },
            cancellationToken);

        transcript.Requests("run");
        transcript.Value("run id", $"{run.GetProperty("id")}, {run.GetProperty("status_code")}");
    }

    private async Task ReadBackAsync(Guid assetId, CancellationToken cancellationToken)
    {
        var asset = await _client.GetAssetAsync(assetId, cancellationToken);

        transcript.Requests("read back");
        transcript.Value("asset", $"{asset.Name}, {asset.MimeType}, {asset.SizeBytes:N0} bytes");
        transcript.Url("asset URL", asset.Url);
    }
}
