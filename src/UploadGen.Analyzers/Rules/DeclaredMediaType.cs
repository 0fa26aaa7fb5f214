using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>Finds the media type that is declared when an upload is created.</summary>
internal static class DeclaredMediaType
{
    /// <summary>The constant that is declared; null if it isn't known.</summary>
    public static string? Find(IInvocationOperation creation, IOperation body, UploadAnnotations annotations)
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

    /// <summary>The value of the annotated member of a new request. The member must be init-only; another can be set again later.</summary>
    private static IOperation? MemberOf(IOperation? request, UploadAnnotations annotations)
        => (request as IObjectCreationOperation)?.Initializer?.Initializers
            .OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => IsMediaType(assignment.Target, annotations))?
            .Value;

    private static bool IsMediaType(IOperation target, UploadAnnotations annotations)
        => target is IPropertyReferenceOperation { Property: { SetMethod.IsInitOnly: true } property } && annotations.IsMediaType(property);
}
