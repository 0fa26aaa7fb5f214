using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>Members of <c>System.Net.Http</c> that code calls to send a file without the generated client.</summary>
internal static class HttpMembers
{
    private const string Authorization = "Authorization";

    public static bool IsMessage(ITypeSymbol? type) => type is { Name: "HttpRequestMessage" } && IsHttp(type);

    public static bool IsClient(ITypeSymbol? type) => IsA(type, "HttpMessageInvoker");

    public static bool IsContent(ITypeSymbol? type) => IsA(type, "HttpContent");

    /// <summary>Is it a method of a client, or an extension of one, such as <c>PutAsJsonAsync</c>?</summary>
    public static bool IsRequest(IMethodSymbol method)
        => IsClient(method.ContainingType)
            || ((method.ReducedFrom ?? method) is { IsExtensionMethod: true, Parameters: var parameters } && IsClient(parameters[0].Type));

    /// <summary>Is it the parameter that says where a request goes: the address, or the message with it?</summary>
    public static bool IsAddress(IParameterSymbol? parameter)
        => parameter is { Name: "address" or "requestUri" or "uri" or "url" } || IsMessage(parameter?.Type);

    /// <summary>Does the method send a body? A request that only reads, such as a GET, is no PUT.</summary>
    public static bool SendsBody(IMethodSymbol method)
        => method.Name.StartsWith("Put", StringComparison.Ordinal) || method.Name.StartsWith("Post", StringComparison.Ordinal)
            || method.Name.StartsWith("Patch", StringComparison.Ordinal) || method.Name is "Send" or "SendAsync";

    /// <summary>Is the value an HTTP method that sends no body, such as <c>HttpMethod.Head</c>?</summary>
    public static bool IsMethodWithoutBody(IOperation value)
        => value is IPropertyReferenceOperation { Property: { ContainingType.Name: "HttpMethod", Name: not ("Put" or "Post" or "Patch") } };

    /// <summary>The client or message whose credential a property is: <c>http.DefaultRequestHeaders.Authorization</c>.</summary>
    public static IOperation? OwnerOfCredential(IOperation target)
        => target is IPropertyReferenceOperation { Property.Name: Authorization, Instance: { } headers } ? OwnerOfHeaders(headers) : null;

    /// <summary>The client or message whose headers these are.</summary>
    public static IOperation? OwnerOfHeaders(IOperation? headers)
        => headers is IPropertyReferenceOperation { Property.Name: "DefaultRequestHeaders" or "Headers", Instance: { } owner }
            && (IsClient(owner.Type) || IsMessage(owner.Type) || IsContent(owner.Type))
            ? owner
            : null;

    /// <summary>Does a call on headers add one?</summary>
    public static bool AddsHeader(IMethodSymbol method) => method.Name is "Add" or "TryAddWithoutValidation";

    /// <summary>True if a call on headers adds a credential, false if it removes one, null if it does neither.</summary>
    public static bool? ChangesCredential(IInvocationOperation call)
    {
        var header = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        var isCredential = header?.ConstantValue is { HasValue: true, Value: string name }
            && name.Equals(Authorization, StringComparison.OrdinalIgnoreCase);
        return call.TargetMethod.Name switch
        {
            _ when isCredential && AddsHeader(call.TargetMethod) => true,
            "Remove" when isCredential => false,
            "Clear" => false,
            _ => null,
        };
    }

    private static bool IsA(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == name && IsHttp(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHttp(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == "System.Net.Http";
}
