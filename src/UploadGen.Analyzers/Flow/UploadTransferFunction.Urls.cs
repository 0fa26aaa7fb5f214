using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

internal sealed partial class UploadTransferFunction
{
    /// <summary>What a call makes of a URL among its values; null if there is no URL, or if the method isn't known.</summary>
    private static TrackedValue? UrlMadeBy(IMethodSymbol method, IEnumerable<TrackedValue> values)
    {
        var url = values.Where(value => value.MayBe(ValueRoles.AnyUrl)).Aggregate(TrackedValue.Nothing, (joined, value) => joined.Join(value));
        return url.Equals(TrackedValue.Nothing) || UrlMembers.RoleOfResult(method, url.Roles) is not { } role ? null : Rewrite(url, role);
    }

    /// <summary>The URL in another role. A URL that was altered stays altered.</summary>
    private static TrackedValue Rewrite(TrackedValue url, ValueRoles role)
        => url.As(
            (url.MayBe(ValueRoles.AlteredUrl) ? ValueRoles.AlteredUrl : role)
            | (url.IsCertainly(ValueRoles.AnyUrl) ? ValueRoles.None : ValueRoles.Untracked));

    /// <summary>A text that two values are put into.</summary>
    private static TrackedValue Embed(TrackedValue left, TrackedValue right)
        => left.MayBe(ValueRoles.AnyUrl) ? Rewrite(right.MayBe(ValueRoles.AnyUrl) ? left.Join(right) : left, ValueRoles.EmbeddedUrl)
            : right.MayBe(ValueRoles.AnyUrl) ? Rewrite(right, ValueRoles.EmbeddedUrl)
            : left.AsDerived().Join(right.AsDerived());

    private TrackedValue EvaluateInterpolation(IInterpolatedStringOperation operation)
    {
        var text = TrackedValue.Nothing;
        foreach (var part in operation.Parts)
        {
            var value = part is IInterpolationOperation interpolation ? Evaluate(interpolation.Expression) : TrackedValue.Other;
            if (value.MayBe(ValueRoles.AnyUrl))
            {
                text = text.Join(value);
            }
            else
            {
                Hide(value);
            }
        }

        return text.Equals(TrackedValue.Nothing) ? TrackedValue.Other
            : operation.Parts.Length == 1 ? text
            : Rewrite(text, ValueRoles.EmbeddedUrl);
    }

    /// <summary>Notes the URLs that a method logs or stores.</summary>
    private void Expose(IMethodSymbol method, IEnumerable<(IOperation Operation, TrackedValue Value)> arguments)
    {
        foreach (var (operation, value) in arguments.Where(argument => argument.Value.MayBe(ValueRoles.AnyUrl)))
        {
            if (ExposingMembers.KindOf(method) is { } kind)
            {
                Seen.ExposureOf(operation, kind, method.Name).Add(value);
            }
        }
    }

    /// <summary>Notes an assignment to a static member, which lives as long as the process.</summary>
    private void ExposeByStoring(ISimpleAssignmentOperation operation, TrackedValue value)
    {
        var isStatic = operation.Target is IFieldReferenceOperation { Field.IsStatic: true }
            || (operation.Target is IPropertyReferenceOperation { Property: { IsStatic: true } property } && !_annotations.IsPresignedUrl(property));
        if (isStatic && value.MayBe(ValueRoles.AnyUrl))
        {
            Seen.ExposureOf(operation.Value, ExposureKind.Stored, ((IMemberReferenceOperation)operation.Target).Member.Name).Add(value);
        }
    }
}
