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

    private readonly Dictionary<IInvocationOperation, ObservedHeaders> _headers = [];
    private readonly Dictionary<CreationSite, UploadStates> _reached = [];
    private readonly Dictionary<IMethodSymbol, (IParameterSymbol Parameter, TrackedValue Value)> _bound = new(SymbolEqualityComparer.Default);
    private readonly HashSet<CreationSite> _asked = [];
    private readonly HashSet<CreationSite> _asserted = [];
    private readonly Dictionary<ISymbol, TrackedValue> _stored = new(SymbolEqualityComparer.Default);

    /// <summary>The calls that create an upload.</summary>
    public IEnumerable<CreationSite> Sites => _sites.Values;

    /// <summary>The calls that do a step of an upload.</summary>
    public IEnumerable<ObservedStep> Steps => _steps.Values;

    /// <summary>The requests to what may be a presigned URL.</summary>
    public IEnumerable<ObservedSend> Sends => _sends.Values;

    /// <summary>The places where what may be a presigned URL is logged or stored.</summary>
    public IEnumerable<ObservedExposure> Exposures => _exposures.Values;

    /// <summary>The calls that add headers of a session to a request.</summary>
    public IEnumerable<ObservedHeaders> Headers => _headers.Values;

    public CreationSite SiteOf(IInvocationOperation creation, string flow) => GetOrAdd(_sites, creation, () => new CreationSite(creation, flow));

    public ObservedStep StepOf(IInvocationOperation call, UploadMethod method) => GetOrAdd(_steps, call, () => new ObservedStep(call, method));

    public ObservedSend SendOf(IInvocationOperation call, IArgumentOperation target) => GetOrAdd(_sends, call, () => new ObservedSend(call, target));

    public ObservedExposure ExposureOf(IOperation value, ExposureKind kind, string target)
        => GetOrAdd(_exposures, value, () => new ObservedExposure(kind, value, target));

    public ObservedHeaders HeadersOf(IInvocationOperation call) => GetOrAdd(_headers, call, () => new ObservedHeaders(call));

    /// <summary>Notes the states that uploads are in at a point.</summary>
    public void Reach(FlowState state)
    {
        foreach (var upload in state.Uploads)
        {
            _reached[upload.Key] = ReachedBy(upload.Key) | upload.Value;
        }
    }

    /// <summary>The states that an upload is in at any point.</summary>
    public UploadStates ReachedBy(CreationSite site) => _reached.TryGetValue(site, out var states) ? states : UploadStates.None;

    /// <summary>Notes that something is made dependent on what a session says: a branch, or whether a check fails.</summary>
    public void Ask(TrackedValue value, bool isAssertion)
    {
        _asked.UnionWith(value.ReachableSites);
        if (isAssertion)
        {
            _asserted.UnionWith(value.ReachableSites);
        }
    }

    /// <summary>Does something depend on what the session of an upload says?</summary>
    public bool IsAsked(CreationSite site) => _asked.Contains(site);

    /// <summary>Is something asserted of the session of an upload, as in a test?</summary>
    public bool IsAsserted(CreationSite site) => _asserted.Contains(site);

    /// <summary>Notes what the lambda of a query is given.</summary>
    public void Bind(IMethodSymbol lambda, IParameterSymbol parameter, TrackedValue value)
        => _bound[lambda] = (parameter, _bound.TryGetValue(lambda, out var known) ? known.Value.Join(value) : value);

    /// <summary>What the lambda of a query is given; null for another function.</summary>
    public (IParameterSymbol Parameter, TrackedValue Value)? BoundTo(IMethodSymbol lambda) => _bound.TryGetValue(lambda, out var bound) ? bound : null;

    /// <summary>Notes what is assigned to a variable.</summary>
    public void Store(ISymbol variable, TrackedValue value) => _stored[variable] = StoredIn(variable).Join(value);

    /// <summary>All that is assigned to a variable.</summary>
    public TrackedValue StoredIn(ISymbol variable) => _stored.TryGetValue(variable, out var value) ? value : TrackedValue.Nothing;

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
