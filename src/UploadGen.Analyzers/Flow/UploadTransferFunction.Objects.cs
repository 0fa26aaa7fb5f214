using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <content>Objects that are made in the body.</content>
internal sealed partial class UploadTransferFunction
{
    private static readonly TrackedValue File = TrackedValue.Other.As(ValueRoles.File);

    private TrackedValue EvaluateObjectCreation(IObjectCreationOperation operation)
    {
        if (HttpMembers.IsMessage(operation.Type))
        {
            return MakeMessage(operation);
        }

        if (UrlMembers.IsUrlType(operation.Type) && operation.Arguments.Length > 0)
        {
            var url = Evaluate(operation.Arguments[0].Value);
            if (url.MayBe(ValueRoles.AnyUrl))
            {
                return url;
            }

            HandOver(url);
        }

        return IsEmptyCollection(operation) ? Make(ContainerKind.Collection, operation)
            : ReadingMembers.IsTextBuilder(operation.Type) ? MakeText(operation)
            : HttpMembers.IsContent(operation.Type) ? MakeContent(operation)
            : FileMembers.IsWriter(operation.Type) ? MakeWriter(operation)
            : ReadingMembers.IsException(operation.Type) ? MakeShown(operation)
            : IsPair(operation.Type) ? Text(operation.Arguments.Select(EvaluateArgument).ToList())
            : IsPlainObject(operation) ? MakeObject(operation)
            : ReadingMembers.IsForShow(operation.Type) ? MakeShown(operation)
            : EvaluateUnknown(operation);
    }

    private TrackedValue EvaluateAnonymousObject(IAnonymousObjectCreationOperation operation)
        => TrackedValue.Tuple(operation.Initializers
            .Select(initializer => Evaluate(initializer is ISimpleAssignmentOperation assignment ? assignment.Value : initializer)));

    /// <summary>The copy of an object that a <c>with</c> begins with; null for a copy of something else, such as a session.</summary>
    private TrackedValue? EvaluateCopy(IInvocationOperation operation, TrackedValue original)
    {
        if (operation.TargetMethod.Name != "<Clone>$" || original.MayBeOther || original.Containers.Any(container => container.Kind != ContainerKind.Object))
        {
            return null;
        }

        var members = original.Containers.SelectMany(_state.MembersOf).ToList();
        var copy = Make(ContainerKind.Object, operation);
        foreach (var (member, value) in members)
        {
            _state = _state.Add(copy, member, value);
        }

        return copy;
    }

    private TrackedValue MakeObject(IObjectCreationOperation operation)
    {
        var members = operation.Arguments.Select(argument => (argument.Parameter!.Name, Value: EvaluateArgument(argument))).ToList();
        var made = Make(ContainerKind.Object, operation);
        foreach (var (name, value) in members)
        {
            _state = _state.Add(made, name, value);
        }

        return made;
    }

    /// <summary>A content may hold a text with an id in it, which is then sent.</summary>
    private TrackedValue MakeContent(IObjectCreationOperation operation)
    {
        EvaluateUnknown(operation);
        return Make(ContainerKind.Content, operation);
    }

    /// <summary>A writer that is made with a path, or of a file, writes to a file.</summary>
    private TrackedValue MakeWriter(IObjectCreationOperation operation)
    {
        var arguments = operation.Arguments.Select(argument => (argument.Value.Type, Value: EvaluateArgument(argument))).ToList();
        arguments.ForEach(argument => HandOver(argument.Value));
        return arguments.FirstOrDefault() is (var type, var target) && (type?.SpecialType == SpecialType.System_String || target.IsCertainly(ValueRoles.File))
            ? File
            : TrackedValue.Other;
    }

    /// <summary>An exception or a trace says something of an upload to people. Who reads it can't PUT anything.</summary>
    private TrackedValue MakeShown(IObjectCreationOperation operation)
    {
        operation.Arguments.Select(EvaluateArgument).Where(value => !IsSafeToShow(value)).ToList().ForEach(HandOver);
        return TrackedValue.Other;
    }

    /// <summary>
    /// Is it an object whose constructor only keeps what it is given: one without arguments, or a record of values? Any other constructor may PUT the file.
    /// </summary>
    private static bool IsPlainObject(IObjectCreationOperation operation)
        => operation is { Type: INamedTypeSymbol type, Constructor: { } constructor }
            && (operation.Arguments.IsEmpty
                ? type.TypeKind is TypeKind.Class or TypeKind.Struct
                : type.IsRecord && constructor.Parameters.All(parameter => type.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any()));

    private static bool IsPair(ITypeSymbol? type) => type is { Name: "KeyValuePair" } && ReadingMembers.IsIn(type, Generic);

    /// <summary>Is it an object or a collection of the body, whose members can be assigned?</summary>
    private static bool IsHolder(TrackedValue value)
        => value.Containers.All(container => container.Kind is ContainerKind.Object or ContainerKind.Collection);

    /// <summary>Assigns a member of an object, or an element of a dictionary or list.</summary>
    private void Hold(TrackedValue holder, IOperation target, ISymbol member, TrackedValue value)
    {
        foreach (var index in ((IPropertyReferenceOperation)target).Arguments)
        {
            AddItem(holder, EvaluateArgument(index));
        }

        if (holder.Containers.All(container => container.Kind == ContainerKind.Object))
        {
            _state = _state.Add(holder, member.Name, value);
        }
        else
        {
            AddItem(holder, value);
        }
    }
}
