using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using UploadGen.Comparison.Faults;

namespace UploadGen.Comparison.Clients;

/// <summary>Azure.Storage.Blobs.</summary>
internal sealed class AzureContestant : Contestant
{
    public override string Name => "Azure.Storage.Blobs";

    public override Dialect Dialect { get; } = new AzureDialect();

    public override async Task UploadAsync(FaultyStore store, string file, CancellationToken cancellationToken)
    {
        var options = new BlobClientOptions { Retry = { NetworkTimeout = Timeout } };
        var client = new BlobClient(new Uri($"{store.Address}/account/uploads/file?sv=2021-12-02&sr=b&sp=cw&sig=c2lnbmF0dXJl"), options);
        await store.ExpectClientAsync();
        var upload = new BlobUploadOptions();
        if (store.Fault.MustBeNew)
        {
            upload.Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        }

        await client.UploadAsync(file, upload, cancellationToken);
    }

    public override string Describe(Exception failure)
        => Words(failure, (failure as RequestFailedException)?.Status, (failure as RequestFailedException)?.ErrorCode);
}
