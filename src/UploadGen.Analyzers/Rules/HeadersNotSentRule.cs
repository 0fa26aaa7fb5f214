using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG108: a PUT is made by hand for a session that has headers for it, and nothing in the body reads them.</summary>
internal sealed class HeadersNotSentRule : IUploadFlowRule
{
    public DiagnosticDescriptor Descriptor => MisuseDescriptors.HeadersNotSent;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
    {
        var sends = flow.Sends.Where(send => send.Url.IsCertainly(ValueRoles.Url) && HttpMembers.SendsBody(send.Invocation.TargetMethod)).ToList();
        if (sends.Count == 0 || HeadersLeftOut(flow.Body, annotations) is not { } headers)
        {
            yield break;
        }

        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.HeadersMember, headers);
        foreach (var send in sends)
        {
            yield return Diagnostic.Create(Descriptor, send.Invocation.NameLocation(), properties, send.Invocation.TargetMethod.Name, headers);
        }
    }

    /// <summary>
    /// The name of the member with the headers; null if the body reads it, if a session has no headers, or if a session is given to code that may read them.
    /// </summary>
    private static string? HeadersLeftOut(IOperation body, UploadAnnotations annotations)
    {
        string? name = null;
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (operation is IPropertyReferenceOperation { Property: var property } && annotations.IsPresignedUrl(property))
            {
                name = annotations.UploadHeadersOf(property.ContainingType);
                if (name is null)
                {
                    return null;
                }
            }
            else if (IsRead(operation, annotations) || IsGivenAway(operation, annotations))
            {
                return null;
            }
        }

        return name;
    }

    private static bool IsRead(IOperation operation, UploadAnnotations annotations)
        => operation is IPropertyReferenceOperation { Property: var property } ? annotations.IsUploadHeaders(property)
            : operation is IParameterReferenceOperation { Parameter: var parameter } && annotations.IsUploadHeaders(parameter);

    /// <summary>Is a whole session given to other code here? To read a member of it or to give it another name isn't enough.</summary>
    private static bool IsGivenAway(IOperation operation, UploadAnnotations annotations)
    {
        if (!CanBeSession(operation) || operation.Type is null || annotations.UploadHeadersOf(operation.Type) is null)
        {
            return false;
        }

        return operation.Parent switch
        {
            IMemberReferenceOperation or IConditionalAccessOperation or IIsPatternOperation => false,
            IAwaitOperation or IVariableInitializerOperation or IExpressionStatementOperation => false,
            IInvocationOperation call => call.Instance != operation,
            ISimpleAssignmentOperation assignment => assignment.Target is not ILocalReferenceOperation,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => annotations.MethodOf(method) is null,
            _ => true,
        };
    }

    private static bool CanBeSession(IOperation operation)
        => operation is ILocalReferenceOperation or IParameterReferenceOperation
            or IFieldReferenceOperation or IPropertyReferenceOperation or IInvocationOperation;
}
