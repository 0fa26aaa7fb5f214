using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>A call that creates an upload. Each call in the code has one instance, so that sites compare by identity.</summary>
internal sealed class CreationSite(IInvocationOperation? creation, string flow)
{
    /// <summary>The call.</summary>
    /// <exception cref="InvalidOperationException">The site stands for an argument of a wrapper method. Rules never see such a site.</exception>
    public IInvocationOperation Creation => creation ?? throw new InvalidOperationException("An argument isn't created by a call.");

    /// <summary>The type of the session that the call gives; null for an argument.</summary>
    public ITypeSymbol? Session
        => creation is null ? null
            : creation.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind == RefKind.Out)?.Parameter!.Type
                ?? KnownMembers.ResultOf(creation.TargetMethod.ReturnType);

    /// <summary>The flow's name, as the annotation says it.</summary>
    public string Flow { get; } = flow;
}
