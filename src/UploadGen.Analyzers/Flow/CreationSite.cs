using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>A call that creates an upload. One object per call in the code: sites compare by identity.</summary>
internal sealed class CreationSite(IInvocationOperation? creation, string flow)
{
    /// <summary>The call.</summary>
    /// <exception cref="InvalidOperationException">It stands for what a wrapper is given: no rule is asked about that.</exception>
    public IInvocationOperation Creation => creation ?? throw new InvalidOperationException("An argument isn't created by a call.");

    /// <summary>The flow's name, as the annotation says it.</summary>
    public string Flow { get; } = flow;
}
