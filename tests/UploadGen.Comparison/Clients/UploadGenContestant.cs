using UploadGen.Comparison.Cellar;
using UploadGen.Comparison.Faults;

namespace UploadGen.Comparison.Clients;

/// <summary>The client that UploadGen generates of <c>cellar.json</c>: opens, PUTs, confirms.</summary>
internal sealed class UploadGenContestant : Contestant
{
    public override string Name => "UploadGen";

    public override Dialect Dialect { get; } = new S3Dialect();

    public override async Task UploadAsync(FaultyStore store, string file, CancellationToken cancellationToken)
    {
        await using var api = await WebServer.StartAsync(new CellarApi(store).AnswerAsync);
        var client = new CellarClient(new CellarClientOptions { BaseAddress = api.Address, StallTimeout = Timeout, ResponseTimeout = Timeout });
        await client.UploadFileAsync(UploadContent.FromFile(file), cancellationToken: cancellationToken);
    }

    public override string Describe(Exception failure)
        => failure is UploadException told
            ? Words(told, told.StatusCode, told.StorageCode)
                + told.IsStored switch { true => ", says stored", false => ", says not stored", null => ", says unknown" }
            : Words(failure, status: null, code: null);

    public override bool SaysItMayBeStored(Exception failure) => failure is UploadGenException { IsStored: not false };
}
