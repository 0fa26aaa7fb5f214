using System.Collections;

namespace UploadGen.Conformance.Tests.Suite;

/// <summary>Calls that make scenarios pass, by the scenarios' names.</summary>
/// <param name="spec">How the names begin.</param>
/// <param name="writes">The verb of the scenarios that send what others get.</param>
internal sealed class ScenarioCalls(string spec, string writes = "put") : IEnumerable<KeyValuePair<string, Func<CancellationToken, Task>>>
{
    private readonly Dictionary<string, Func<CancellationToken, Task>> _calls = new(StringComparer.Ordinal);

    public string Spec { get; } = spec;

    /// <summary>One scenario.</summary>
    public void Add(string name, Func<CancellationToken, Task> call) => _calls.Add($"{Spec}_{name}", call);

    /// <summary>One scenario that sends a value and gets it back.</summary>
    public void Add<T>(string name, T value, Func<T, CancellationToken, Task<T>> echo)
        => Add(name, async stop => Answer.Is(value, await echo(value, stop)));

    /// <summary>One scenario that sends a value.</summary>
    public void Add<T>(string name, T value, Func<T, CancellationToken, Task> send) => Add(name, stop => send(value, stop));

    /// <summary>Two scenarios: one gets a value, the other sends it. In their name, a star stands for the verb.</summary>
    public void Add<T>(string name, T value, Func<CancellationToken, Task<T>> get, Func<T, CancellationToken, Task> put)
    {
        Add(name.Replace("*", "get", StringComparison.Ordinal), async stop => Answer.Is(value, await get(stop)));
        Add(name.Replace("*", writes, StringComparison.Ordinal), stop => put(value, stop));
    }

    public IEnumerator<KeyValuePair<string, Func<CancellationToken, Task>>> GetEnumerator() => _calls.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
