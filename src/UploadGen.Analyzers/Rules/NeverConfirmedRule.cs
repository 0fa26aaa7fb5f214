using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG103: a file is PUT, its flow has a confirmation, and on no path is the upload confirmed.</summary>
internal sealed class NeverConfirmedRule : IUploadFlowRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.NeverConfirmed;

    public IEnumerable<Diagnostic> Check(UploadFlow flow, UploadAnnotations annotations)
    {
        foreach (var upload in flow.Uploads)
        {
            if (IsLeftAfterPut(upload.AtExit) && !upload.Steps.Any(step => step.Method.Does(UploadSteps.Confirm)) && !flow.MayBeSettledUnseen(upload)
                && upload.Site.Creation.FindStep(annotations, UploadSteps.Confirm, upload.Site.Flow) is { } confirm)
            {
                var put = upload.Steps.LastOrDefault(step => step.Method.Does(UploadSteps.Put))?.Invocation ?? upload.Site.Creation;
                yield return Diagnostic.Create(Descriptor, put.NameLocation(), put.TargetMethod.Name, confirm);
            }
        }
    }

    private static bool IsLeftAfterPut(UploadStates atExit) => atExit.IsOnly(UploadStates.Created | UploadStates.Put) && (atExit & UploadStates.Put) != 0;
}
