using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG107: a presigned URL is requested through a client, or with a message, that carries an Authorization header on every path.</summary>
internal sealed class AuthorizedStorageRule : IUploadFlowRule
{
    public DiagnosticDescriptor Descriptor => MisuseDescriptors.AuthorizedStorage;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
    {
        foreach (var send in flow.Sends.Where(send => send.Url.IsCertainly(ValueRoles.AnyUrl)))
        {
            var byClient = send.Client.IsCertainly(ValueRoles.Authorized);
            if (byClient || send.Request.IsCertainly(ValueRoles.Authorized))
            {
                var origin = byClient ? "its client adds one to every request" : "the message carries one";
                yield return Diagnostic.Create(Descriptor, send.Invocation.NameLocation(), send.Invocation.TargetMethod.Name, origin);
            }
        }
    }
}
