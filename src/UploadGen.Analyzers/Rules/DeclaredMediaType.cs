using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Rules;

/// <summary>The media type that a call declares when it opens an upload.</summary>
internal static class DeclaredMediaType
{
    /// <summary>The constant that is declared; null if it isn't known.</summary>
    public static string? Of(IInvocationOperation creation, IOperation body, UploadAnnotations annotations)
    {
        foreach (var argument in creation.Arguments)
        {
            var declared = argument.Parameter is { } parameter && annotations.IsMediaType(parameter)
                ? argument.Value
                : MemberOf(body.Resolve(argument.Value), annotations);
            if (declared is not null)
            {
                return body.ConstantText(declared);
            }
        }

        return null;
    }

    /// <summary>What the marked member of a new request is set to. One that can be set again later says nothing.</summary>
    private static IOperation? MemberOf(IOperation? request, UploadAnnotations annotations)
        => (request as IObjectCreationOperation)?.Initializer?.Initializers
            .OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property: { SetMethod.IsInitOnly: true } property } && annotations.IsMediaType(property))?
            .Value;
}
