using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG110: an upload that is confirmed on every path is confirmed again, or its file PUT.</summary>
internal sealed class AfterConfirmRule : IUploadFlowRule
{
    private const UploadSteps Steps = UploadSteps.Put | UploadSteps.Confirm;

    public DiagnosticDescriptor Descriptor => Descriptors.AfterConfirm;

    public IEnumerable<Diagnostic> Check(UploadFlow flow, UploadAnnotations annotations)
        => flow.Steps
            .Where(step => step.Method.Does(Steps) && step.Before == UploadStates.Confirmed)
            .Select(step => Diagnostic.Create(
                Descriptor, step.Invocation.NameLocation(), FixPropertiesOf(step.Method), step.Invocation.TargetMethod.Name, Deed(step.Method)));

    /// <summary>A PUT that comes late may bring another file: whether it can go, only the author knows.</summary>
    private static ImmutableDictionary<string, string?> FixPropertiesOf(UploadMethod method)
        => method.Does(UploadSteps.Put) ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Redundant, null);

    private static string Deed(UploadMethod method) => method.Does(UploadSteps.Put) ? "PUTs the file of" : "confirms again";
}
