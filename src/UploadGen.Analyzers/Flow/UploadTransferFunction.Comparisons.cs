using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <content>Operators and tests: what their outcome tells of an upload.</content>
internal sealed partial class UploadTransferFunction
{
    private TrackedValue EvaluateBinary(IBinaryOperation operation)
    {
        var isEquality = operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (!isEquality && !IsOfFramework(operation.OperatorMethod))
        {
            return EvaluateUnknown(operation);
        }

        var left = Evaluate(operation.LeftOperand);
        var right = Evaluate(operation.RightOperand);
        return isEquality ? Compared(left, right, IsFixed(operation.LeftOperand) || IsFixed(operation.RightOperand))
            : operation is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } ? Text([left, right])
            : left.AsDerived().Join(right.AsDerived());
    }

    /// <summary>The outcome of a test for null or a type. That there is a session says nothing about its upload; a part of the session may.</summary>
    private static TrackedValue Tested(TrackedValue value) => value.IsPart || !value.Elements.IsEmpty ? value.AsDerived() : TrackedValue.Nothing;

    /// <summary>
    /// The outcome of a comparison. With null it is a test. Whether an id is a certain constant, such as an empty one, tells nothing. Otherwise the outcome
    /// depends on both sides: the comparison of a session's id with a saved one, for example, says which upload it is.
    /// </summary>
    private static TrackedValue Compared(TrackedValue left, TrackedValue right, bool isWithConstant)
        => right.Equals(TrackedValue.Nothing) ? Tested(left)
            : left.Equals(TrackedValue.Nothing) ? Tested(right)
            : isWithConstant && left.Join(right) is var both && both.IsOnly(ValueRoles.Id | ValueRoles.Detail) ? both.Depending(ValueRoles.Detail)
            : left.AsDerived().Join(right.AsDerived());

    /// <summary>Does the expression have the same value in every run, as <c>Guid.Empty</c> does?</summary>
    private static bool IsFixed(IOperation operation) => Unconverted(operation) switch
    {
        { ConstantValue.HasValue: true } or IDefaultValueOperation => true,
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => IsOfFramework(field),
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => IsOfFramework(property),
        _ => false,
    };

    /// <summary>The outcome of a call that compares, such as <c>Equals</c> or <c>StartsWith</c>.</summary>
    private static TrackedValue ComparedBy(
        IInvocationOperation operation, TrackedValue receiver, IReadOnlyList<(IOperation Operation, TrackedValue Value)> arguments)
    {
        static bool IsTracked(TrackedValue value) => !value.Uploads.IsEmpty || !value.Elements.IsEmpty;

        var tracked = arguments.Select(argument => argument.Value).Prepend(receiver).Where(IsTracked).ToList();
        var all = tracked.Aggregate(TrackedValue.Nothing, Join);
        var others = arguments.Where(argument => !IsTracked(argument.Value)).Select(argument => argument.Operation);
        var isWithConstant = tracked.Count == 1
            && (operation.Instance is null || !receiver.Uploads.IsEmpty || IsFixed(operation.Instance))
            && others.All(IsFixed);
        return isWithConstant && all.IsOnly(ValueRoles.Id | ValueRoles.Detail) ? all.Depending(ValueRoles.Detail) : all.AsDerived();
    }
}
