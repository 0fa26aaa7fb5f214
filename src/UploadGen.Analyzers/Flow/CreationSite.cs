using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>A call that creates an upload. One object per call in the code: sites compare by identity.</summary>
internal sealed class CreationSite(IInvocationOperation creation, string flow)
{
    public IInvocationOperation Creation { get; } = creation;

    /// <summary>The flow's name, as the annotation says it.</summary>
    public string Flow { get; } = flow;
}
