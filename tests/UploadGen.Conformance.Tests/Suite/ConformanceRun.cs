[assembly: AssemblyFixture(typeof(UploadGen.Conformance.Tests.Suite.ConformanceRun))]

namespace UploadGen.Conformance.Tests.Suite;

/// <summary>All scenarios, called once; the suite's server judges.</summary>
public sealed class ConformanceRun
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    private readonly Lazy<Task<IReadOnlyDictionary<string, Outcome>>> _outcomes = new(RunAsync);

    /// <summary>The scenarios of the suite, by name.</summary>
    internal Task<IReadOnlyDictionary<string, Outcome>> Outcomes => _outcomes.Value;

    private static async Task<IReadOnlyDictionary<string, Outcome>> RunAsync()
    {
        var specs = typeof(ConformanceRun).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ISpec))).ToList();
        if (specs.Count == 0)
        {
            const string reason = "'shared/spector' isn't there: the documents of TypeSpec's scenarios lie beside the repository.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        await using var server = await MockServer.StartAsync();
        var calls = specs.Select(spec => ((ISpec)Activator.CreateInstance(spec)!).Of(server)).ToList();
        var faults = new Dictionary<string, (string Spec, Exception? Fault)>(StringComparer.Ordinal);
        foreach (var (scenarios, scenario) in calls.SelectMany(scenarios => scenarios, (scenarios, scenario) => (scenarios, scenario)))
        {
            faults.Add(scenario.Key, (scenarios.Spec, await FaultAsync(scenario.Value)));
        }

        var coverage = await server.StopAsync();
        Assert.Empty(faults.Keys.Except(coverage.Keys));
        return coverage.ToDictionary(
            scenario => scenario.Key,
            scenario => faults.TryGetValue(scenario.Key, out var call)
                ? new Outcome(call.Spec, scenario.Value, call.Fault)
                : new Outcome(null, scenario.Value, null),
            StringComparer.Ordinal);
    }

    private static async Task<Exception?> FaultAsync(Func<CancellationToken, Task> call)
    {
        using var timeout = new CancellationTokenSource(CallTimeout);
        try
        {
            await call(timeout.Token);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
