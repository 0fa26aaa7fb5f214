using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG102: an upload is confirmed, and its file was PUT on some of the paths that lead there.</summary>
internal sealed class ConfirmMaybeWithoutPutRule : IUploadFlowRule
{
    private const UploadStates NotPut = UploadStates.Created | UploadStates.ConfirmedUnput;
    private const UploadStates Put = UploadStates.Put | UploadStates.Confirmed;

    public DiagnosticDescriptor Descriptor => MisuseDescriptors.ConfirmMaybeWithoutPut;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
        => flow.Steps
            .Where(step => step.Method.Does(UploadSteps.Confirm) && !step.Method.Does(UploadSteps.Put))
            .Where(step => IsPutOnSomePath(step.Before) && !IsRetriedToTheEnd(step, flow))
            .Select(step => Diagnostic.Create(Descriptor, step.Invocation.NameLocation(), step.Invocation.TargetMethod.Name));

    private static bool IsPutOnSomePath(UploadStates before) => before.IsOnly(NotPut | Put) && (before & NotPut) != 0 && (before & Put) != 0;

    /// <summary>Is the file PUT in a loop whose last failure isn't swallowed? How often the loop turns isn't followed.</summary>
    private static bool IsRetriedToTheEnd(ObservedStep confirm, UploadFlowAnalysis flow)
        => flow.Steps
            .Where(step => step.Method.Does(UploadSteps.Put) && step.Sites.Any(confirm.Sites.Contains))
            .Any(step => RetryLoop.ThrowsAtTheEnd(step.Invocation.Syntax));
}
