using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

internal sealed partial class UploadTransferFunction
{
    private TrackedValue EvaluateAssignment(ISimpleAssignmentOperation operation)
    {
        var value = Evaluate(operation.Value);
        ExposeByStoring(operation, value);
        if (!AssignMember(operation, value))
        {
            Assign(operation.Target, value);
        }

        return value;
    }

    private TrackedValue EvaluateDeconstruction(IDeconstructionAssignmentOperation operation)
    {
        var value = Evaluate(operation.Value);
        Assign(operation.Target, value);
        return value;
    }

    /// <summary>An operation such as <c>+=</c> or <c>++</c>, after which the target isn't tracked.</summary>
    private TrackedValue EvaluateUpdate(IOperation operation)
    {
        EvaluateUnknown(operation);
        Assign(operation is IAssignmentOperation assignment ? assignment.Target : ((IIncrementOrDecrementOperation)operation).Target, TrackedValue.Other);
        return TrackedValue.Other;
    }

    private void Assign(IOperation target, TrackedValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                AssignVariable(UntrackableVariables.VariableOf(target)!, value);
                break;
            case IFlowCaptureReferenceOperation capture:
                AssignCaptured(capture, value);
                break;
            case IFieldReferenceOperation { Instance: { } instance, Field: var field }
                when TrackedVariableOf(instance) is { } tuple && KnownMembers.TupleIndexOf(field) is var index and >= 0:
                AssignElement(new LocalKey(tuple), index, value);
                break;
            case IArrayElementReferenceOperation element:
                var array = Evaluate(element.ArrayReference);
                element.Indices.ToList().ForEach(index => Hide(Evaluate(index)));
                _state = _state.Add(array, value);
                break;
            case ITupleOperation tuple:
                AssignElements(tuple, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value);
                break;
            case IDiscardOperation:
                break;
            default:
                // If a member of a session is assigned, the session may no longer stand for the upload that was created.
                Hide(Evaluate(target));
                Hide(value);
                break;
        }
    }

    private void AssignVariable(ISymbol variable, TrackedValue value)
    {
        if (_untrackable.Contains(variable))
        {
            Hide(value);
        }
        else
        {
            Store(new LocalKey(variable), value);
        }
    }

    /// <summary>A capture can stand for a variable, as in <c>session ??= …</c>. Then the variable is assigned.</summary>
    private void AssignCaptured(IFlowCaptureReferenceOperation capture, TrackedValue value)
    {
        Store(new LocalKey(capture.Id), value);
        var targets = _captured[capture.Id].ToList();
        foreach (var target in targets)
        {
            if (target is IFlowCaptureReferenceOperation)
            {
                Hide(value);
            }
            else
            {
                Assign(target, targets.Count == 1 ? value : value.Join(Evaluate(target)));
            }
        }
    }

    private void AssignElement(LocalKey tuple, int index, TrackedValue value)
    {
        var known = _state[tuple];
        if (index >= known.Elements.Length)
        {
            Hide(value);
        }

        Store(tuple, known.WithElement(index, value));
    }

    private void AssignElements(ITupleOperation target, TrackedValue value)
    {
        var isKnown = value.Elements.Length == target.Elements.Length;
        if (!isKnown)
        {
            Hide(value);
        }

        for (var index = 0; index < target.Elements.Length; index++)
        {
            Assign(target.Elements[index], isKnown ? value.Elements[index] : TrackedValue.Other);
        }
    }

    private ISymbol? TrackedVariableOf(IOperation operation)
        => UntrackableVariables.VariableOf(operation) is { } variable && !_untrackable.Contains(variable) ? variable : null;
}
