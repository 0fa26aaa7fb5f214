using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>Finds out whether a call sets the state of an upload to the one that confirms it: the same method may rename a thing, or give it up.</summary>
internal static class StatedUpload
{
    /// <summary>Does the call certainly say it, in an argument or in a request that is made for it?</summary>
    public static bool Says(IInvocationOperation call, UploadState state, IOperation body)
        => call.AsWritten(body) is { } written
            && written.Arguments.Any(argument => argument.Parameter?.Name == state.Member
                ? argument.ArgumentKind == ArgumentKind.Explicit && Is(argument.Value, state, body)
                : SaysInRequest(body.Resolve(argument.Value), state, body));

    private static bool SaysInRequest(IOperation? request, UploadState state, IOperation body)
        => request is IObjectCreationOperation
            && request.Descendants()
                .OfType<ISimpleAssignmentOperation>()
                .Any(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && name == state.Member
                    && Is(assignment.Value, state, body));

    private static bool Is(IOperation value, UploadState state, IOperation body)
        => body.Resolve(value) is { } said
            && (state.Value is null ? IsTrueOrTime(said) : body.ConstantText(said) == state.Value || IsNamed(said, state.Value));

    private static bool IsTrueOrTime(IOperation said)
        => said.ConstantValue is { HasValue: true, Value: var constant } ? constant is true : said.Type?.SpecialType != SpecialType.System_Boolean;

    /// <summary>Is it an enum's value of that name? Those of open enums are properties.</summary>
    private static bool IsNamed(IOperation said, string name)
        => said is IMemberReferenceOperation { Member: { IsStatic: true } member } && member.Name == name;
}
