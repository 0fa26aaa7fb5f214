using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>A step of a flow as it is called in a body, with what was known right before it, joined over all paths.</summary>
internal sealed class ObservedStep(IInvocationOperation invocation, UploadMethod method)
{
    private readonly HashSet<CreationSite> _sites = [];
    private readonly Dictionary<IArgumentOperation, TrackedValue> _arguments = [];

    public IInvocationOperation Invocation { get; } = invocation;

    public UploadMethod Method { get; } = method;

    /// <summary>The states of every upload that the step may act on.</summary>
    public UploadStates Before { get; private set; }

    /// <summary>The uploads of this body that the step may act on.</summary>
    public IReadOnlyCollection<CreationSite> Sites => _sites;

    /// <summary>May it act on an upload that this body didn't create, or that isn't tracked?</summary>
    public bool MayActOnOther { get; private set; }

    /// <summary>The arguments that stand for the session, in the order of the parameters.</summary>
    public IEnumerable<(IArgumentOperation Argument, TrackedValue Value)> SessionArguments
        => _arguments.OrderBy(entry => entry.Key.Parameter!.Ordinal).Select(entry => (entry.Key, entry.Value));

    /// <summary>Adds what is known on one more path to the step.</summary>
    public void Add(TrackedValue subject, FlowState state)
    {
        foreach (var site in subject.ReachableSites)
        {
            _sites.Add(site);
            Before |= Method.IsOf(site.Flow) ? state.StatesOf(site, subject) : UploadStates.Unknown;
        }

        if (subject.MayBeOther)
        {
            MayActOnOther = true;
            Before |= UploadStates.Unknown;
        }
    }

    /// <summary>Adds what an argument stands for on one more path to the step.</summary>
    public void AddArgument(IArgumentOperation argument, TrackedValue value)
        => _arguments[argument] = _arguments.TryGetValue(argument, out var known) ? known.Join(value) : value;
}
