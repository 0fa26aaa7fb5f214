using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// What the transfer function has seen of uploads. It visits an operation several times, on different paths and in loops: each operation has one
/// observation, which joins what is known on all of them.
/// </summary>
internal sealed class Observations
{
    private readonly Dictionary<IInvocationOperation, CreationSite> _sites = [];
    private readonly Dictionary<IInvocationOperation, ObservedStep> _steps = [];
    private readonly Dictionary<IInvocationOperation, ObservedSend> _sends = [];
    private readonly Dictionary<IOperation, ObservedExposure> _exposures = [];

    /// <summary>The calls that create an upload.</summary>
    public IEnumerable<CreationSite> Sites => _sites.Values;

    /// <summary>The calls that do a step of an upload.</summary>
    public IEnumerable<ObservedStep> Steps => _steps.Values;

    /// <summary>The requests to what may be a presigned URL.</summary>
    public IEnumerable<ObservedSend> Sends => _sends.Values;

    /// <summary>The places where what may be a presigned URL is logged or stored.</summary>
    public IEnumerable<ObservedExposure> Exposures => _exposures.Values;

    public CreationSite SiteOf(IInvocationOperation creation, string flow) => GetOrAdd(_sites, creation, () => new CreationSite(creation, flow));

    public ObservedStep StepOf(IInvocationOperation call, UploadMethod method) => GetOrAdd(_steps, call, () => new ObservedStep(call, method));

    public ObservedSend SendOf(IInvocationOperation call, IArgumentOperation target) => GetOrAdd(_sends, call, () => new ObservedSend(call, target));

    public ObservedExposure ExposureOf(IOperation value, ExposureKind kind, string target)
        => GetOrAdd(_exposures, value, () => new ObservedExposure(kind, value, target));

    private static TValue GetOrAdd<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, Func<TValue> create)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var value))
        {
            known.Add(key, value = create());
        }

        return value;
    }
}
