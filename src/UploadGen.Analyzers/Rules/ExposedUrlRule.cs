using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG109: a presigned URL is rewritten before it is used, logged, or stored.</summary>
internal sealed class ExposedUrlRule : IUploadFlowRule
{
    private const ValueRoles Rewritten = ValueRoles.EmbeddedUrl | ValueRoles.AlteredUrl;
    private const ValueRoles Whole = ValueRoles.Url | ValueRoles.EmbeddedUrl;

    private const string SendsRewritten
        = "sends to a presigned URL that was rewritten: what signs it no longer fits, so use it exactly as it was given";

    public DiagnosticDescriptor Descriptor => MisuseDescriptors.ExposedUrl;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
        => flow.Sends
            .Where(send => send.Url.IsCertainly(Rewritten))
            .Select(send => Report(send.Argument.Value, send.Invocation.TargetMethod.Name, SendsRewritten))
            .Concat(flow.Exposures
                .Where(exposure => exposure.Exposed.IsCertainly(Whole))
                .Select(exposure => Report(exposure.Value, exposure.Target, Deed(exposure.Kind))));

    private static string Deed(ExposureKind kind) => kind == ExposureKind.Logged
        ? "logs a presigned URL: whoever reads it can write to storage, so leave its query out, 'GetLeftPart(UriPartial.Path)'"
        : "stores a presigned URL: it is a secret that soon expires, so store the upload's id instead";

    private Diagnostic Report(IOperation where, string what, string deed) => Diagnostic.Create(Descriptor, where.Syntax.GetLocation(), what, deed);
}
