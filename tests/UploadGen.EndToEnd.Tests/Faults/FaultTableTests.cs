using System.Security.Cryptography;
using UploadGen.EndToEnd.Tests.Faults.Server;

namespace UploadGen.EndToEnd.Tests.Faults;

// Traces are captured, which the other tests would feel.
[CollectionDefinition(nameof(FaultTableTests), DisableParallelization = true)]
[Collection(nameof(FaultTableTests))]
public sealed class FaultTableTests
{
    public static TheoryData<string, Flow> Rows
        => new(FaultTable.Rows().SelectMany(row => row.Flows.Select(flow => (row.Name, flow))));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_fault_ends_as_the_table_says(string name, Flow flow)
    {
        var row = FaultTable.Rows().Single(row => row.Name == name);
        await using var server = new FaultServer(row.Backend, row);
        using var evidence = new Evidence(withTraces: true);
        var bytes = RandomNumberGenerator.GetBytes(row.Size);

        var (key, failure) = await UploadAsync(row, flow, bytes, server, evidence);

        row.Client.Hold(failure, row.Step);
        evidence.HoldsNoSecret(row.Backend, failure);
        HoldsWhatItShould(row, flow, Convert.ToHexStringLower(SHA256.HashData(bytes)), key);
    }

    [Fact]
    public void The_table_has_each_fault_once() => Assert.Equal(FaultTable.Rows().Count(), FaultTable.Rows().Select(row => row.Name).Distinct().Count());

    private static async Task<(string? Key, Exception? Failure)> UploadAsync(FaultRow row, Flow flow, byte[] bytes, FaultServer server, Evidence evidence)
    {
        var api = server.Api;
        if (row.Fault.Address is { } address)
        {
            if (row.Step == FaultStep.Put)
            {
                row.Backend.Storage = server.At(address);
            }
            else
            {
                api = server.At(address);
            }
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            var uploader = new Uploader(api, row.Backend, row.Timeout, evidence);
            return (await uploader.UploadAsync(flow, UploadContent.FromBytes(bytes, "bottle.png"), limit.Token), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return (null, failure);
        }
    }

    private static void HoldsWhatItShould(FaultRow row, Flow flow, string hash, string? key)
    {
        var backend = row.Backend;
        Assert.Empty(backend.Offenses);
        Assert.Equal(flow == Flow.Images ? 0 : row.Sessions, backend.Sessions.Count);
        var held = row.Server == Held.Occupied ? Convert.ToHexStringLower(SHA256.HashData(backend.Occupant!)) : hash;
        if (row.Server == Held.Damaged)
        {
            Assert.NotEqual(hash, Assert.Single(backend.Objects.Values));
        }
        else
        {
            Assert.Equal(row.Server == Held.Nothing ? [] : [held], backend.Objects.Values.Distinct());
        }

        Assert.Equal(row.Server == Held.Recorded && flow is Flow.Runflow or Flow.Images ? [hash] : [], backend.Records.Values);
        if (key is not null)
        {
            Assert.Equal(hash, backend.Objects[key]);
        }
    }
}
