using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <content>Texts: URLs and ids in them, and where they are shown.</content>
internal sealed partial class UploadTransferFunction
{
    private const ValueRoles IdOrUrl = ValueRoles.Id | ValueRoles.Url;

    private const ValueRoles WholeUrl = ValueRoles.Url | ValueRoles.EmbeddedUrl;

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
            | (url.IsCertainly(ValueRoles.AnyUrl | ValueRoles.Id) ? ValueRoles.None : ValueRoles.Untracked));

    /// <summary>A text that is made of values: one with a URL in it, or something about their uploads. A text that is nothing but an id is the id.</summary>
    private TrackedValue Text(IReadOnlyList<TrackedValue> values)
    {
        if (values.Count == 1 && (values[0].MayBe(ValueRoles.AnyUrl) || values[0].IsOnly(ValueRoles.Id)))
        {
            return values[0];
        }

        var about = About(values);
        var urls = values.Where(value => value.MayBe(ValueRoles.AnyUrl) && !IsIdOrUrl(value)).Aggregate(TrackedValue.Nothing, Join);
        return !urls.Equals(TrackedValue.Nothing) ? Rewrite(urls.Join(about).As(urls.Roles), ValueRoles.EmbeddedUrl)
            : values.Any(HoldsUrl) ? about.As(ValueRoles.EmbeddedUrl)
            : about;
    }

    /// <summary>What a method makes of values and nothing else. The id in another form is the id still.</summary>
    private TrackedValue Computed(IMethodSymbol method, IReadOnlyList<TrackedValue> values)
        => method.Name is "ToString" or "Parse" or "Trim" && values.Where(value => !value.Uploads.IsEmpty).ToList() is { Count: 1 } ids
            && ids[0].IsOnly(ValueRoles.Id) ? ids[0]
            : method is { IsStatic: true, Name: "Concat" or "Format" or "Join" } ? Text(values)
            : About(values);

    /// <summary>Is it a text of which only its use tells whether it is an id or a URL?</summary>
    private static bool IsIdOrUrl(TrackedValue value)
        => (value.Roles & IdOrUrl) == IdOrUrl && value.IsOnly(IdOrUrl) && value.Elements.IsEmpty && value.Containers.IsEmpty;

    /// <summary>Something about all uploads that values are about.</summary>
    private TrackedValue About(IReadOnlyList<TrackedValue> values)
        => values.Select(_state.Flatten).Where(value => !value.Uploads.IsEmpty).ToList() is { Count: > 0 } all
            ? all.Aggregate(Join)
            : TrackedValue.Other;

    private TrackedValue EvaluateInterpolation(IInterpolatedStringOperation operation)
        => Text(operation.Parts
            .Select(part => part is IInterpolationOperation interpolation ? Evaluate(interpolation.Expression) : TrackedValue.Other)
            .ToList());

    /// <summary>A text that is put together by calls.</summary>
    private TrackedValue MakeText(IObjectCreationOperation operation)
    {
        var parts = operation.Arguments.Select(EvaluateArgument).ToList();
        var text = Make(ContainerKind.Text, operation);
        parts.ForEach(part => AddItem(text, part));
        return text;
    }

    private TrackedValue? EvaluateTextCall(IInvocationOperation operation, TrackedValue receiver)
    {
        if (operation.TargetMethod.Name.StartsWith("Append", StringComparison.Ordinal) || operation.TargetMethod.Name == "Insert")
        {
            EvaluateArguments(operation).ForEach(argument => AddItem(receiver, argument.Value));
            return operation.TargetMethod.ReturnsVoid || operation.Type?.SpecialType == SpecialType.System_Boolean ? TrackedValue.Other : receiver;
        }

        return operation.TargetMethod.Name.StartsWith("ToString", StringComparison.Ordinal) ? Text([receiver]) : null;
    }

    /// <summary>Is there certainly a whole URL in a tuple, a collection or an object?</summary>
    private bool HoldsUrl(TrackedValue value)
        => value.IsCertainly(WholeUrl)
            || value.Elements.Any(HoldsUrl)
            || (!value.MayBeOther && !value.Containers.IsEmpty
                && value.Containers.All(container => _state.MembersOf(container).Any(member => HoldsUrl(member.Value))));

    /// <summary>Notes the URLs that a call logs or stores.</summary>
    private void Expose(IInvocationOperation operation, TrackedValue receiver, IReadOnlyList<(IOperation Operation, TrackedValue Value)> arguments)
    {
        var method = operation.TargetMethod;
        var kind = ExposingMembers.KindOf(method)
            ?? (FileMembers.Writes(method) && arguments.Select(argument => argument.Value).Prepend(receiver).Any(value => value.IsCertainly(ValueRoles.File))
                ? ExposureKind.Stored
                : (ExposureKind?)null);
        if (kind is null)
        {
            return;
        }

        foreach (var (argument, value) in arguments)
        {
            if (value.MayBe(ValueRoles.AnyUrl))
            {
                Seen.ExposureOf(argument, kind.Value, method.Name).Add(value);
            }
            else if (HoldsUrl(value) && (kind == ExposureKind.Stored || IsShownWhole(value, method)))
            {
                Seen.ExposureOf(argument, kind.Value, method.Name).Add(TrackedValue.Other.As(ValueRoles.EmbeddedUrl));
            }
        }
    }

    /// <summary>
    /// Is what a value holds shown with it? The text of a tuple or record has its members in it, unless it says otherwise, that of a collection only for a
    /// structured log.
    /// </summary>
    private static bool IsShownWhole(TrackedValue value, IMethodSymbol method)
        => value.Containers.All(container => container.Kind switch
        {
            ContainerKind.Object => container.Creation.Type is { IsRecord: true } type
                && type.GetMembers(nameof(ToString)).All(member => member.IsImplicitlyDeclared),
            ContainerKind.Collection => ExposingMembers.IsStructured(method),
            _ => true,
        });

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
