using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Rules;

/// <summary>Finds the media type that a PUT certainly sends, and the expression that says it.</summary>
internal static class SentMediaType
{
    public static (IOperation Where, string Text)? Find(IInvocationOperation put, IOperation body)
    {
        foreach (var argument in put.Arguments)
        {
            var content = body.Resolve(argument.Value);
            var stated = content switch
            {
                IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: var type } } factory when IsUploadContent(type) => StatedBy(factory),
                IObjectCreationOperation creation when IsHttp(creation.Type, "HttpRequestMessage") => ContentTypeOf(MemberOf(creation, "Content"), body),
                IObjectCreationOperation => ContentTypeOf(argument.Value, body),
                _ => null,
            };
            if (stated is not null && body.ConstantText(stated) is { } text)
            {
                return (stated, text);
            }
        }

        return null;
    }

    /// <summary>The media type that a factory of contents is given. Without one it is made of the file's name, and isn't judged.</summary>
    private static IOperation? StatedBy(IInvocationOperation factory)
        => factory.Arguments.FirstOrDefault(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "mediaType" })?.Value;

    /// <summary>The value of the only assignment to a content's Content-Type; null if there is none, or several.</summary>
    private static IOperation? ContentTypeOf(IOperation? content, IOperation body)
    {
        if (body.Resolve(content) is not IObjectCreationOperation creation || !IsContent(creation.Type))
        {
            return null;
        }

        var assignments = body.DescendantsAndSelf()
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => IsContentType(assignment.Target) && (IsWithin(assignment, creation) || IsOf(assignment.Target, content!)))
            .ToList();
        return assignments.Count == 1 && IsUntouched(content!, body)
            && body.Resolve(assignments[0].Value) is IObjectCreationOperation { Type.Name: "MediaTypeHeaderValue", Arguments: { Length: 1 } arguments }
            ? arguments[0].Value
            : null;
    }

    private static bool IsUploadContent(INamedTypeSymbol type) => type is { Name: "UploadContent", ContainingNamespace.Name: "UploadGen" };

    private static bool IsContentType(IOperation target)
        => target is IPropertyReferenceOperation { Property: { Name: "ContentType", ContainingType.Name: "HttpContentHeaders" } };

    private static bool IsWithin(IOperation operation, IOperation creation) => creation.Syntax.Span.Contains(operation.Syntax.Span);

    /// <summary>Is it <c>content.Headers.ContentType</c> of this content?</summary>
    private static bool IsOf(IOperation target, IOperation content)
        => target is IPropertyReferenceOperation { Instance: IPropertyReferenceOperation { Instance: ILocalReferenceOperation { Local: var local } } }
            && IsLocal(content, local);

    /// <summary>Does nothing else read or change the content's headers?</summary>
    private static bool IsUntouched(IOperation content, IOperation body)
        => !body.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(reference =>
            IsLocal(content, reference.Local) && reference.Parent is IPropertyReferenceOperation { Property.Name: "Headers" } headers
            && !(headers.Parent is { } member && IsContentType(member)));

    private static bool IsLocal(IOperation content, ILocalSymbol local)
    {
        while (content is IConversionOperation conversion)
        {
            content = conversion.Operand;
        }

        return content is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);
    }

    private static IOperation? MemberOf(IObjectCreationOperation creation, string name)
        => creation.Initializer?.Initializers
            .OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: var property } && property == name)?
            .Value;

    private static bool IsContent(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (IsHttp(type, "HttpContent"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHttp(ITypeSymbol? type, string name) => type?.Name == name && type.ContainingNamespace?.ToDisplayString() == "System.Net.Http";
}
