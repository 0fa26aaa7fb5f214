using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <content>Assignments.</content>
internal sealed partial class UploadTransferFunction
{
    private TrackedValue EvaluateAssignment(ISimpleAssignmentOperation operation)
    {
        var value = Evaluate(operation.Value);
        ExposeByStoring(operation, value);
        if (operation.Target is ILocalReferenceOperation { Local: var local })
        {
            AssignVariable(local, value, OutcomeOf(operation.Value, local));
        }
        else if (!AssignMember(operation, value))
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

    /// <summary>An operation such as <c>+=</c> or <c>++</c>. What it makes of a variable is about what both sides are about.</summary>
    private TrackedValue EvaluateUpdate(IOperation operation)
    {
        if (operation is ICompoundAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } update
            && IsOfFramework(update.OperatorMethod))
        {
            var both = Text([Evaluate(update.Target), Evaluate(update.Value)]);
            Assign(update.Target, both);
            return both;
        }

        EvaluateUnknown(operation);
        Assign(operation is IAssignmentOperation assignment ? assignment.Target : ((IIncrementOrDecrementOperation)operation).Target, TrackedValue.Other);
        return TrackedValue.Other;
    }

    private void Assign(IOperation target, TrackedValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                AssignVariable(BodyVariables.VariableOf(target)!, value);
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
                element.Indices.ToList().ForEach(index => HandOver(Evaluate(index)));
                AddItem(array, value);
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
                HandOver(value);
                break;
        }
    }

    /// <summary>Assigns a variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">What is known of its value.</param>
    /// <param name="holds">Whether the value is true, or not null; null if that isn't known.</param>
    private void AssignVariable(ISymbol variable, TrackedValue value, bool? holds = null)
    {
        if (_facts.Untrackable.Contains(variable))
        {
            HandOver(value);
        }
        else
        {
            Seen.Store(variable, value);
            Store(new LocalKey(variable), value);
            _state = _flags.Contains(variable) ? _state.Set(variable, holds) : _state;
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
                HandOver(value);
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
            HandOver(value);
        }

        Store(tuple, known.WithElement(index, value));
    }

    private void AssignElements(ITupleOperation target, TrackedValue value)
    {
        var isKnown = value.Elements.Length == target.Elements.Length;
        // The name and value of a header are one of the session's, too.
        var part = IsOfHeaders(value) ? value : TrackedValue.Other;
        if (!isKnown)
        {
            HandOver(value);
        }

        for (var index = 0; index < target.Elements.Length; index++)
        {
            Assign(target.Elements[index], isKnown ? value.Elements[index] : part);
        }
    }

    private ISymbol? TrackedVariableOf(IOperation operation)
        => BodyVariables.VariableOf(operation) is { } variable && !_facts.Untrackable.Contains(variable) ? variable : null;
}
