using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG103: a file is PUT, its flow has a confirmation, and on no path is the upload confirmed.</summary>
internal sealed class NeverConfirmedRule : IUploadFlowRule
{
    public DiagnosticDescriptor Descriptor => MisuseDescriptors.NeverConfirmed;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
    {
        foreach (var upload in flow.Uploads)
        {
            if (IsLeftAfterPut(upload.AtExit) && !upload.IsAsserted
                && !upload.Steps.Any(step => step.Method.Does(UploadSteps.Confirm)) && !flow.MayBeSettledUnseen(upload)
                && upload.Site.Creation.FindStep(annotations, UploadSteps.Confirm, upload.Site.Flow) is { } confirm)
            {
                var puts = upload.Steps.Where(step => step.Method.Does(UploadSteps.Put)).Select(step => step.Invocation).ToList();
                var last = puts.LastOrDefault() ?? upload.Site.Creation;
                // A confirmation after one of several PUTs would miss the paths of the others, so there is no fix.
                var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.MissingStep, puts.Count == 1 ? confirm : null);
                yield return Diagnostic.Create(Descriptor, last.NameLocation(), properties, last.TargetMethod.Name, confirm);
            }
        }
    }

    private static bool IsLeftAfterPut(UploadStates atExit) => atExit.IsOnly(UploadStates.Created | UploadStates.Put) && (atExit & UploadStates.Put) != 0;
}
