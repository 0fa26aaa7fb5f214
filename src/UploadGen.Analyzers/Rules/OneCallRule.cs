using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG112: three statements in a row create an upload, PUT its file and confirm it, and the client has one call that does the same.</summary>
internal sealed class OneCallRule : IUploadFlowRule
{
    public DiagnosticDescriptor Descriptor => MisuseDescriptors.OneCall;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
        => flow.Uploads.Select(upload => Find(upload, flow.Body, annotations)).OfType<Diagnostic>();

    private Diagnostic? Find(ObservedUpload upload, IOperation body, UploadAnnotations annotations)
    {
        if (upload.Steps.Count != 2)
        {
            return null;
        }

        var (put, confirm) = (upload.Steps[0], upload.Steps[1]);
        if (!IsAlone(put, UploadSteps.Put, UploadStates.Created) || !IsAlone(confirm, UploadSteps.Confirm, UploadStates.Put)
            || ThreeSteps.Find(upload.Site.Creation, put.Invocation, confirm.Invocation, body) is not { } steps
            || annotations.FindMethod(steps.ClientType, UploadSteps.UploadFile, upload.Site.Flow) is not { Name: var name }
            || steps.ClientType.SelfAndBaseTypes().SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>().FirstOrDefault() is not { } whole
            || OneCallArguments.Find(whole, steps, body, annotations) is not { } arguments)
        {
            return null;
        }

        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.OneCall, $"{name}({string.Join(", ", arguments)})");
        return Diagnostic.Create(Descriptor, steps.Create.NameLocation(), properties, steps.Create.TargetMethod.Name, name);
    }

    /// <summary>Does the method do this step only, on this upload only, on every path?</summary>
    private static bool IsAlone(ObservedStep step, UploadSteps steps, UploadStates before)
        => step.Method.Steps == steps && step.Method.Flow != UploadMethod.AnyFlow
            && step.Before == before && step.Sites.Count == 1 && !step.MayActOnOther;
}
