using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG104: an upload is created, and nothing is done with it on any path.</summary>
internal sealed class NeverUsedRule : IUploadFlowRule
{
    public DiagnosticDescriptor Descriptor => MisuseDescriptors.NeverUsed;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
        => flow.Uploads
            .Where(upload => upload.AtExit == UploadStates.Created && upload.Steps.Count == 0 && !upload.IsAsked
                && !flow.MayBeSettledUnseen(upload) && !IsExpectedToFail(upload.Site.Creation.Syntax))
            .Select(upload => Diagnostic.Create(
                Descriptor, upload.Site.Creation.NameLocation(), upload.Site.Creation.TargetMethod.Name, Advice(upload.Site, annotations)));

    private static string Advice(CreationSite site, UploadAnnotations annotations)
    {
        var put = site.Creation.FindStepMethod(annotations, UploadSteps.Put, site.Flow);
        var upload = site.Creation.FindStep(annotations, UploadSteps.UploadFile, site.Flow);
        var given = put?.Parameters.Any(annotations.IsSessionId) == true ? "the session's id" : "the session";
        return (put is null ? "PUT the file to the session's URL" : $"give {given} to '{put.Name}'")
            + (upload is null ? "" : $", or call '{upload}', which does all steps");
    }

    /// <summary>May the call be expected to fail? It may in a try with a catch, and in a lambda, as a test gives it to an assertion.</summary>
    private static bool IsExpectedToFail(SyntaxNode creation)
        => creation.Ancestors().Any(ancestor => ancestor is TryStatementSyntax { Catches.Count: > 0 } or AnonymousFunctionExpressionSyntax);
}
