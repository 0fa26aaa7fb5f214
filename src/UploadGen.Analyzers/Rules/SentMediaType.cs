using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>Finds the media type that a PUT certainly sends, and the expression that says it.</summary>
internal static class SentMediaType
{
    public static (IOperation Where, string Text)? Find(IInvocationOperation put, IOperation body)
        => put.Arguments
            .Select(argument => StatedBy(argument.Value, body))
            .Select(stated => stated is not null && body.ConstantText(stated) is { } text ? (stated, text) : ((IOperation Where, string Text)?)null)
            .FirstOrDefault(stated => stated is not null);

    /// <summary>The expression that says the media type of what is sent; null if nothing certainly does.</summary>
    private static IOperation? StatedBy(IOperation sent, IOperation body) => body.Resolve(sent) switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: var type } } factory when IsUploadContent(type) => GivenTo(factory),
        IObjectCreationOperation creation when HttpMembers.IsMessage(creation.Type)
            => ContentOf(sent, creation, body) is { } content ? StatedContentType.Find(content, body, sent) : null,
        _ => StatedContentType.Find(sent, body, message: null),
    };

    /// <summary>The media type that a factory of contents is given. Without one it is made of the file's name, and isn't judged.</summary>
    private static IOperation? GivenTo(IInvocationOperation factory)
        => factory.Arguments.FirstOrDefault(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "mediaType" })?.Value;

    /// <summary>The only content that a message is given, where it is made or later; null if there is none, or several.</summary>
    private static IOperation? ContentOf(IOperation message, IObjectCreationOperation creation, IOperation body)
    {
        var contents = body.DescendantsAndSelf()
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Content" } target
                && (assignment.Parent?.Parent == creation || message.IsSameLocal(target.Instance)))
            .Select(assignment => assignment.Value)
            .ToList();
        return contents.Count == 1 ? contents[0] : null;
    }

    private static bool IsUploadContent(INamedTypeSymbol type) => type is { Name: "UploadContent", ContainingNamespace.Name: "UploadGen" };
}
