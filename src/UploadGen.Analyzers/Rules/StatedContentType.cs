using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>
/// Finds what says the media type of an <c>HttpContent</c> that is made in the body: its constructor, an assignment to its <c>Content-Type</c>, or a header
/// that is added. Where several do, or something else is done to its headers, it isn't certain.
/// </summary>
internal sealed class StatedContentType
{
    private readonly IOperation _content;
    private readonly IOperation? _message;
    private readonly IOperation _creation;

    private StatedContentType(IOperation content, IOperation? message, IOperation creation)
    {
        _content = content;
        _message = message;
        _creation = creation;
    }

    /// <summary>The expression that says it; null if nothing certainly does.</summary>
    /// <param name="content">The content, or a variable with it.</param>
    /// <param name="body">The body.</param>
    /// <param name="message">The message, or a variable with it, whose only content this is.</param>
    public static IOperation? Find(IOperation content, IOperation body, IOperation? message)
        => body.Resolve(content) is { } creation && HttpMembers.IsContent(creation.Type) && IsOfFramework(creation.Type!)
            && new StatedContentType(content, message, creation).Find(body) is { } stated
                ? TextOf(stated, body)
                : null;

    private IOperation? Find(IOperation body)
    {
        var stated = new List<IOperation>();
        foreach (var headers in body.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Where(IsHeadersOfContent))
        {
            switch (headers.Parent)
            {
                case IPropertyReferenceOperation { Property.Name: "ContentType", Parent: ISimpleAssignmentOperation assignment } target
                    when assignment.Target == target:
                    stated.Add(assignment.Value);
                    break;
                case IPropertyReferenceOperation member when !IsAssigned(member):
                    break;
                case IMemberInitializerOperation { Initializer: var initializer }:
                    stated.AddRange(initializer.Initializers
                        .OfType<ISimpleAssignmentOperation>()
                        .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "ContentType" })
                        .Select(assignment => assignment.Value));
                    break;
                case IInvocationOperation call when HttpMembers.AddsHeader(call.TargetMethod)
                    && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string name }:
                    if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                    {
                        // The content has one from its constructor, and this would be another.
                        stated.AddRange(GivenToConstructor());
                        stated.Add(call.Arguments[1].Value);
                    }

                    break;
                default:
                    return null;
            }
        }

        return stated.Count switch
        {
            0 => GivenToConstructor().FirstOrDefault(),
            1 => stated[0],
            _ => null,
        };
    }

    /// <summary>Are these the headers of this content, in its initializer, or read from the variable or the message that it is in?</summary>
    private bool IsHeadersOfContent(IPropertyReferenceOperation headers)
        => headers.Property.Name == "Headers" && HttpMembers.IsContent(headers.Property.ContainingType)
            && (headers.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
                ? headers.Parent?.Parent?.Parent == _creation
                : _content.IsSameLocal(headers.Instance)
                    || (headers.Instance?.Unconverted() is IPropertyReferenceOperation { Property.Name: "Content", Instance: var owner }
                        && _message?.IsSameLocal(owner) == true));

    /// <summary>Is a header, or a member of one, changed?</summary>
    private static bool IsAssigned(IOperation member)
        => member.Parent is IPropertyReferenceOperation or IConversionOperation ? IsAssigned(member.Parent)
            : member.Parent is IAssignmentOperation assignment && assignment.Target == member;

    /// <summary>The media type that the content is made with.</summary>
    private IEnumerable<IOperation> GivenToConstructor()
        => _creation.ChildOperations
            .OfType<IArgumentOperation>()
            .Where(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "mediaType" })
            .Select(argument => argument.Value);

    /// <summary>The text of a header value: of its constructor, of what it is parsed from, or of a header.</summary>
    private static IOperation? TextOf(IOperation stated, IOperation body) => body.Resolve(stated) switch
    {
        IObjectCreationOperation { Type.Name: "MediaTypeHeaderValue", Arguments: { Length: > 0 } arguments } => arguments[0].Value,
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "MediaTypeHeaderValue" }, Arguments: var arguments } => arguments[0].Value,
        { Type.SpecialType: SpecialType.System_String } => stated,
        _ => null,
    };

    /// <summary>What a content of one's own does with what it is given isn't known.</summary>
    private static bool IsOfFramework(ITypeSymbol type) => type.ContainingNamespace.ToDisplayString() is "System.Net.Http" or "System.Net.Http.Json";
}
