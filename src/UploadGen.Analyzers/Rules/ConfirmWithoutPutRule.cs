using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG101: an upload is confirmed, and on no path was its file PUT before.</summary>
internal sealed class ConfirmWithoutPutRule : IUploadFlowRule
{
    private const UploadStates NeverPut = UploadStates.Created | UploadStates.ConfirmedUnput;

    public DiagnosticDescriptor Descriptor => MisuseDescriptors.ConfirmWithoutPut;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
        => flow.Steps
            .Where(step => step.Method.Does(UploadSteps.Confirm) && !step.Method.Does(UploadSteps.Put) && step.Before.IsOnly(NeverPut))
            .Select(step => Report(step, annotations));

    private Diagnostic Report(ObservedStep step, UploadAnnotations annotations)
    {
        var put = step.Invocation.FindStep(annotations, UploadSteps.Put, step.Method.Flow);
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.MissingStep, put);
        return Diagnostic.Create(
            Descriptor, step.Invocation.NameLocation(), properties, step.Invocation.TargetMethod.Name, Advice(step, put, annotations));
    }

    /// <summary>What to do instead, with the names of the client's methods.</summary>
    private static string Advice(ObservedStep step, string? put, UploadAnnotations annotations)
    {
        var upload = step.Invocation.FindStep(annotations, UploadSteps.UploadFile, step.Method.Flow);
        return (put is null ? "PUT the file to the session's URL before it" : $"await '{put}' before it")
            + (upload is null ? "" : $", or call '{upload}', which does all steps");
    }
}
