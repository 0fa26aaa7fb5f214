using System.Security.Cryptography;
using UploadGen.EndToEnd.Tests.Faults.Server;

namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>Whatever happens, and in whatever order: what the client says is true, and nothing it says is secret.</summary>
[Collection(nameof(FaultTableTests))]
public sealed class FaultScheduleTests
{
    private const int Schedules = 10_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Each seed is one upload: a failure names it, and <c>Range(seed, 1)</c> runs it alone.</summary>
    private static readonly IEnumerable<int> Seeds = Enumerable.Range(1, Schedules);

    [Fact]
    public async Task Ten_thousand_random_schedules_lose_nothing_and_show_nothing()
    {
        var succeeded = 0;
        var faults = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken };

        await Parallel.ForEachAsync(Seeds, options, async (seed, cancellation) =>
        {
            try
            {
                var (isUp, met) = await RunAsync(seed, cancellation);
                if (isUp)
                {
                    Interlocked.Increment(ref succeeded);
                }

                Interlocked.Add(ref faults, met);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}: {failure.Message}", failure);
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{Schedules} uploads, {faults} faults, {succeeded} uploads got through.");
        Assert.True(faults > Schedules, "There were hardly any faults.");
        Assert.InRange(succeeded, Schedules / 4, Schedules - 1000);
    }

    /// <summary>Run after run goes on with the same upload, until one gets through or says that nobody knows.</summary>
    [Fact]
    public async Task A_thousand_random_schedules_of_uploads_with_a_state_end_with_one_record()
    {
        var (succeeded, runs) = await GoOnAsync(Schedules / 10, RunWithStateAsync);

        Assert.InRange(runs, Schedules / 8, int.MaxValue);
        Assert.InRange(succeeded, Schedules / 12, Schedules / 10);
    }

    /// <summary>By each protocol, run after run goes on, and no file is there twice.</summary>
    [Fact]
    public async Task Two_thousand_random_schedules_of_uploads_by_protocols_end_with_one_file()
    {
        var (succeeded, runs) = await GoOnAsync(Schedules / 5, RunByProtocolAsync);

        Assert.InRange(runs, Schedules / 4, int.MaxValue);
        Assert.InRange(succeeded, Schedules / 10, Schedules / 5);
    }

    /// <summary>Uploads in many schedules, each run after run.</summary>
    /// <returns>How many uploads got through, and in how many runs all of them went on.</returns>
    private static async Task<(int Succeeded, int Runs)> GoOnAsync(int schedules, Func<int, CancellationToken, Task<(bool IsUp, int Runs)>> run)
    {
        var (succeeded, runs) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Seeds.Take(schedules), options, async (seed, cancellation) =>
        {
            try
            {
                var (isUp, count) = await run(seed, cancellation);
                Interlocked.Add(ref runs, count);
                Interlocked.Add(ref succeeded, isUp ? 1 : 0);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}: {failure.Message}", failure);
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{schedules} uploads in {runs} runs, {succeeded} uploads got through.");
        return (succeeded, runs);
    }

    private static async Task<(bool IsUp, int Runs)> RunByProtocolAsync(int seed, CancellationToken cancellation)
    {
        const int MostRuns = 40;
        var random = new Random(seed);
        var flow = One(random, Flow.Films, Flow.Drives, Flow.Drafts, Flow.Streams, Flow.Blobs);
        var bytes = new byte[random.Next(1, 20_000)];
        random.NextBytes(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var backend = new Backend();
        await using var network = new FaultNetwork(backend, new RandomFaults(seed, damages: false));
        using var evidence = new Evidence(withTraces: false);
        string? state = null;
        for (var run = 1; run <= MostRuns; run++)
        {
            var options = new UploadOptions { State = state is null ? null : UploadState.FromJson(state), StateChanged = changed => state = changed.ToJson() };
            var (key, failure) = await UploadAsync(flow, bytes, backend, network, evidence, cancellation, options);

            evidence.HoldsNoSecret(backend, failure);
            Assert.Empty(backend.Offenses);
            Assert.All(backend.Objects.Values, stored => Assert.Equal(hash, stored));
            Assert.InRange(backend.Objects.Count, 0, 1);
            if (failure is null)
            {
                IsUp(flow, key, hash, backend);
                return (true, run);
            }

            IsTold(flow, failure, hash, backend, hasState: true);
            if (flow == Flow.Drives && backend.Objects.Count == 1)
            {
                // The session has ended with its file: from here on, nobody knows.
                return (false, run);
            }
        }

        return (false, MostRuns);
    }

    private static async Task<(bool IsUp, int Runs)> RunWithStateAsync(int seed, CancellationToken cancellation)
    {
        const int MostRuns = 40;
        var random = new Random(seed);
        var flow = One(random, Flow.Runflow, Flow.Runflow, Flow.Cyberun);
        var bytes = new byte[random.Next(1, 20_000)];
        random.NextBytes(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var backend = new Backend { RefusesDuplicates = random.Next(2) == 0, AllowsHead = true };
        await using var network = new FaultNetwork(backend, new RandomFaults(seed));
        using var evidence = new Evidence(withTraces: false);
        string? state = null;
        for (var run = 1; run <= MostRuns; run++)
        {
            var options = new UploadOptions { State = state is null ? null : UploadState.FromJson(state), StateChanged = changed => state = changed.ToJson() };
            var (key, failure) = await UploadAsync(flow, bytes, backend, network, evidence, cancellation, options);

            evidence.HoldsNoSecret(backend, failure);
            Assert.Empty(backend.Offenses);
            Assert.InRange(backend.Records.Count, 0, 1);
            Assert.All(backend.Records.Values, recorded => Assert.Equal(hash, recorded));
            if (failure is null)
            {
                IsUp(flow, key, hash, backend);
                return (true, run);
            }

            IsTold(flow, failure, hash, backend, hasState: true);
        }

        return (false, MostRuns);
    }

    private static async Task<(bool IsUp, int Faults)> RunAsync(int seed, CancellationToken cancellation)
    {
        var random = new Random(seed);
        var flow = One(random, Flow.Runflow, Flow.Runflow, Flow.Cyberun, Flow.Cyberun, Flow.Images);
        var bytes = new byte[random.Next(1, 20_000)];
        random.NextBytes(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var faults = new RandomFaults(seed);
        var backend = new Backend
        {
            RefusesDuplicates = random.Next(2) == 0,
            AllowsHead = random.Next(2) == 0,
            Occupant = flow == Flow.Cyberun && random.Next(4) == 0 ? Other(bytes) : null,
        };
        await using var network = new FaultNetwork(backend, faults);
        using var evidence = new Evidence(withTraces: false);

        var (key, failure) = await UploadAsync(flow, bytes, backend, network, evidence, cancellation);

        evidence.HoldsNoSecret(backend, failure);
        Assert.Empty(backend.Offenses);
        Assert.All(backend.Objects.Values, stored => Assert.True(stored == hash || backend.Occupant is not null || faults.HasDamage));
        Assert.All(backend.Records.Values, recorded => Assert.Equal(hash, recorded));
        if (failure is null)
        {
            IsUp(flow, key, hash, backend);
        }
        else
        {
            IsTold(flow, failure, hash, backend);
        }

        return (failure is null, faults.Count);
    }

    /// <summary>Bytes of the same length that aren't the same.</summary>
    private static byte[] Other(byte[] bytes) => [(byte)~bytes[0], .. bytes[1..]];

    private static Flow One(Random random, params Flow[] flows) => flows[random.Next(flows.Length)];

    private static async Task<(string? Key, Exception? Failure)> UploadAsync(
        Flow flow, byte[] bytes, Backend backend, FaultNetwork network, Evidence evidence, CancellationToken cancellation, UploadOptions? state = null)
    {
        var uploader = new Uploader("http://localhost:1", backend, TimeSpan.FromMilliseconds(300), evidence, network.Api, network.Storage);
        try
        {
            var content = UploadContent.FromBytes(bytes, "bottle.png");
            return (await uploader.UploadAsync(flow, content, cancellation, state).WaitAsync(Limit, cancellation), null);
        }
        catch (UploadGenException failure)
        {
            return (null, failure);
        }
    }

    /// <summary>No silent loss.</summary>
    private static void IsUp(Flow flow, string? key, string hash, Backend backend)
    {
        Assert.NotNull(key);
        Assert.Equal(hash, backend.Objects[key]);
        if (flow is Flow.Runflow or Flow.Images)
        {
            Assert.Contains(key, backend.Records);
        }
    }

    /// <summary>What a failure tells of storage is so, and it leaves open only what its step can't know.</summary>
    /// <param name="flow">Which call.</param>
    /// <param name="failure">What was told.</param>
    /// <param name="hash">The file's.</param>
    /// <param name="backend">What is so.</param>
    /// <param name="hasState">Whether the upload may be another than the last that was opened, of which no answer came.</param>
    private static void IsTold(Flow flow, Exception failure, string hash, Backend backend, bool hasState = false)
    {
        var told = Assert.IsType<UploadGenException>(failure, exactMatch: false);
        Assert.NotNull(told.Step);
        if (told.Step == UploadStep.Confirm)
        {
            Assert.True(told.IsStored);
        }

        if (flow == Flow.Images)
        {
            // Its record is made with the object.
            Assert.Equal((UploadStep.Put, true), (told.Step, told.IsStored is null || backend.Objects.Count == 0));
            return;
        }

        var keys = hasState && told.IsStored == true ? backend.Sessions : backend.Sessions.TakeLast(1);
        var isThere = keys.Any(key => backend.Objects.GetValueOrDefault(key) == hash);
        Assert.True(told.IsStored is null || told.IsStored == isThere, $"In storage: {isThere}, but the client says: IsStored = {told.IsStored}, {told}");
        if (told.IsStored is not true)
        {
            Assert.Empty(backend.Records);
        }
    }
}
