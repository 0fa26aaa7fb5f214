using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Rules;

/// <summary>What rules ask of a call.</summary>
internal static class InvocationExtensions
{
    /// <summary>Where the name of the method is written.</summary>
    public static Location NameLocation(this IInvocationOperation invocation)
    {
        var called = (invocation.Syntax as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax member => member.Name,
            var other => other,
        };
        return called is SimpleNameSyntax name ? name.Identifier.GetLocation() : invocation.Syntax.GetLocation();
    }

    /// <summary>The name of the method of the same client that does a step of a flow; null if the client has none.</summary>
    public static string? FindStep(this IInvocationOperation invocation, UploadAnnotations annotations, UploadSteps step, string flow)
        => invocation.FindStepMethod(annotations, step, flow)?.Name;

    /// <summary>The method of the same client that does a step of a flow; null if the client has none.</summary>
    public static IMethodSymbol? FindStepMethod(this IInvocationOperation invocation, UploadAnnotations annotations, UploadSteps step, string flow)
        => annotations.FindMethod(invocation.Instance?.Type ?? invocation.TargetMethod.ContainingType, step, flow);
}
