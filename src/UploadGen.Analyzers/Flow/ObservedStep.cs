using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>A step of a flow as a body does it, with what was known right before it, over all paths.</summary>
internal sealed class ObservedStep(IInvocationOperation invocation, UploadMethod method)
{
    public IInvocationOperation Invocation { get; } = invocation;

    public UploadMethod Method { get; } = method;

    /// <summary>The states of every upload that the step may act on.</summary>
    public UploadStates Before { get; private set; }

    /// <summary>Adds what is known on one more way to the step.</summary>
    public void Add(TrackedValue subject, FlowState state)
    {
        foreach (var site in subject.ReachableSites)
        {
            Before |= site.Flow == Method.Flow ? state[site] : UploadStates.Unknown;
        }

        if (subject.MayBeOther)
        {
            Before |= UploadStates.Unknown;
        }
    }
}
