using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG110: an upload that is confirmed on every path is confirmed again, or its file PUT.</summary>
internal sealed class AfterConfirmRule : IUploadFlowRule
{
    private const UploadSteps Steps = UploadSteps.Put | UploadSteps.Confirm;

    public DiagnosticDescriptor Descriptor => MisuseDescriptors.AfterConfirm;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
        => flow.Steps
            .Where(step => step.Method.Does(Steps) && step.Before == UploadStates.Confirmed)
            .Select(step => Diagnostic.Create(
                Descriptor, step.Invocation.NameLocation(), FixPropertiesOf(step.Method), step.Invocation.TargetMethod.Name, Deed(step.Method)));

    /// <summary>A second confirmation can be removed. A late PUT may send another file, so that only the author knows what was meant.</summary>
    private static ImmutableDictionary<string, string?> FixPropertiesOf(UploadMethod method)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        return method.Does(UploadSteps.Put) ? none : none.Add(FixProperties.Redundant, null);
    }

    private static string Deed(UploadMethod method) => method.Does(UploadSteps.Put) ? "PUTs the file of" : "confirms again";
}
