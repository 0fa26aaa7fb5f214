using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG101: an upload is confirmed, and on no path was its file PUT before.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfirmWithoutPutAnalyzer : UploadFlowAnalyzer
{
    private const UploadStates NeverPut = UploadStates.Created | UploadStates.ConfirmedUnput;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ConfirmWithoutPut);

    private protected override UploadSteps RelevantSteps => UploadSteps.Confirm;

    private protected override void Analyze(UploadFlow flow, UploadAnnotations annotations, Action<Diagnostic> report)
    {
        foreach (var step in flow.Steps)
        {
            if (step.Method.Does(UploadSteps.Confirm) && !step.Method.Does(UploadSteps.Put)
                && step.Before != UploadStates.None && (step.Before & ~NeverPut) == 0)
            {
                report(Diagnostic.Create(Descriptors.ConfirmWithoutPut, NameOf(step.Invocation), step.Invocation.TargetMethod.Name, Advice(step, annotations)));
            }
        }
    }

    /// <summary>What to do instead, in the words of the client at hand.</summary>
    private static string Advice(ObservedStep step, UploadAnnotations annotations)
    {
        var client = step.Invocation.Instance?.Type ?? step.Invocation.TargetMethod.ContainingType;
        var put = annotations.FindMethod(client, UploadSteps.Put, step.Method.Flow);
        var upload = annotations.FindMethod(client, UploadSteps.UploadFile, step.Method.Flow);
        return (put is null ? "PUT the file to the session's URL before it" : $"await '{put}' before it")
            + (upload is null ? "" : $", or call '{upload}', which does all steps");
    }

    private static Location NameOf(IInvocationOperation invocation)
    {
        var called = (invocation.Syntax as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax member => member.Name,
            var other => other,
        };
        return called is SimpleNameSyntax name ? name.Identifier.GetLocation() : invocation.Syntax.GetLocation();
    }
}
