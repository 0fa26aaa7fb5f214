using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// Says what an operation does to the uploads that are tracked. An operation that isn't known here makes every upload that it is given unknown, and the
/// rules say nothing of an unknown upload.
/// </summary>
internal sealed partial class UploadTransferFunction : ITransferFunction<FlowState>
{
    // Nobody writes an expression that is nested deeper, and the stack is limited.
    private const int MaximumDepth = 250;

    private readonly UploadAnnotations _annotations;
    private readonly HashSet<ISymbol> _untrackable;
    private readonly Func<IMethodSymbol, UploadMethod?>? _wrapperOf;
    private readonly ILookup<CaptureId, IOperation> _captured;
    private readonly Dictionary<IOperation, Container> _containers = [];
    private FlowState _state = FlowState.Empty;
    private int _depth;

    public UploadTransferFunction(
        ControlFlowGraph graph, UploadAnnotations annotations, HashSet<ISymbol> untrackable, Func<IMethodSymbol, UploadMethod?>? wrapperOf)
    {
        _annotations = annotations;
        _untrackable = untrackable;
        _wrapperOf = wrapperOf;
        _captured = graph.Operations().OfType<IFlowCaptureOperation>().ToLookup(capture => capture.Id, capture => capture.Value);
    }

    /// <summary>What it has seen so far.</summary>
    public Observations Seen { get; } = new();

    public FlowState Apply(IOperation operation, FlowState state)
    {
        _state = state;
        Evaluate(operation);
        return _state;
    }

    /// <summary>
    /// What is returned or thrown is given to code that can't be seen. A branch on a part of a session may depend on something about the upload that
    /// isn't tracked, so the upload becomes unknown, too.
    /// </summary>
    public FlowState ApplyBranchValue(IOperation value, FlowState state)
    {
        _state = state;
        Hide(Evaluate(value));
        return _state;
    }

    private TrackedValue Evaluate(IOperation? operation)
    {
        // A static member has no instance.
        if (operation is null)
        {
            return TrackedValue.Other;
        }

        if (_depth >= MaximumDepth)
        {
            _state = _state.HideAll();
            return TrackedValue.Other;
        }

        _depth++;
        var value = EvaluateCore(operation);
        _depth--;
        return value;
    }

    private TrackedValue EvaluateCore(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => Read(UntrackableVariables.VariableOf(operation)!),
        IFlowCaptureOperation capture => Store(new LocalKey(capture.Id), Evaluate(capture.Value)),
        IFlowCaptureReferenceOperation capture => _state[new LocalKey(capture.Id)],
        IPropertyReferenceOperation property => EvaluateProperty(property),
        IFieldReferenceOperation field => EvaluateField(field),
        IInvocationOperation invocation => EvaluateInvocation(invocation),
        ISimpleAssignmentOperation assignment => EvaluateAssignment(assignment),
        IDeconstructionAssignmentOperation assignment => EvaluateDeconstruction(assignment),
        ICompoundAssignmentOperation or IIncrementOrDecrementOperation => EvaluateUpdate(operation),
        IObjectCreationOperation creation => EvaluateObjectCreation(creation),
        IArrayCreationOperation creation => EvaluateArray(creation),
        IArrayElementReferenceOperation element => EvaluateElement(element),
        IInterpolatedStringOperation text => EvaluateInterpolation(text),
        ITupleOperation tuple => TrackedValue.Tuple(tuple.Elements.Select(Evaluate)),
        IExpressionStatementOperation statement => Evaluate(statement.Operation),
        IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
        // A task stands for its result.
        IAwaitOperation await => Evaluate(await.Operation),
        IConversionOperation { OperatorMethod: null } conversion => Evaluate(conversion.Operand),
        IIsNullOperation test => Tested(Evaluate(test.Operand)),
        IIsTypeOperation test => Tested(Evaluate(test.ValueOperand)),
        IIsPatternOperation test => Match(test.Pattern, Evaluate(test.Value)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
            => Compared(Evaluate(test.LeftOperand), Evaluate(test.RightOperand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } text
            => Embed(Evaluate(text.LeftOperand), Evaluate(text.RightOperand)),
        IBinaryOperation { OperatorMethod: null } binary => Evaluate(binary.LeftOperand).AsDerived().Join(Evaluate(binary.RightOperand).AsDerived()),
        IUnaryOperation { OperatorMethod: null } unary => Evaluate(unary.Operand).AsDerived(),
        ILiteralOperation { ConstantValue.Value: null } or IDefaultValueOperation => TrackedValue.Nothing,
        ILiteralOperation or INameOfOperation or IFlowAnonymousFunctionOperation or IDiscardOperation => TrackedValue.Other,
        _ => IsCollectionExpression(operation) ? EvaluateCollection(operation) : EvaluateUnknown(operation),
    };

    private TrackedValue EvaluateUnknown(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            Hide(Evaluate(child));
        }

        // The compiler has no interface for this operation and may not list all of its children.
        if (operation.Kind == OperationKind.None)
        {
            _state = _state.HideAll();
        }

        return TrackedValue.Other;
    }

    private TrackedValue EvaluateProperty(IPropertyReferenceOperation operation)
    {
        var instance = Evaluate(operation.Instance);
        foreach (var argument in operation.Arguments)
        {
            Hide(EvaluateArgument(argument));
        }

        return KnownMembers.IsTransparent(operation.Property) ? instance
            : instance.MayBe(ValueRoles.AnyUrl) && UrlMembers.IsTransparent(operation.Property) ? instance
            : !instance.Containers.IsEmpty ? MemberOfContainer(instance, operation.Property)
            : PartOf(instance, operation.Property);
    }

    private TrackedValue EvaluateField(IFieldReferenceOperation operation)
        => ElementOf(Evaluate(operation.Instance), operation.Field);

    private TrackedValue PartOf(TrackedValue session, ISymbol member)
        => member is not IPropertySymbol property ? ElementOf(session, member)
            : _annotations.IsPresignedUrl(property) ? session.As(ValueRoles.Url)
            : session.Sites.IsEmpty ? ElementOf(session, member)
            : _annotations.IsSessionId(property) || _annotations.HoldsSession(property) ? session
            : _annotations.IsUploadHeaders(property) ? session.As(ValueRoles.Headers)
            // A header says how to PUT, and nothing about the upload.
            : property.IsIndexer && session.IsCertainly(ValueRoles.Headers) ? TrackedValue.Other
            : session.AsDerived();

    private static TrackedValue ElementOf(TrackedValue tuple, ISymbol member)
        => member is IFieldSymbol field && KnownMembers.TupleIndexOf(field) is var index and >= 0 && index < tuple.Elements.Length
            ? tuple.Elements[index]
            : tuple.AsDerived();

    /// <summary>The outcome of a test for null or a type. That there is a session says nothing about its upload; a part of the session may.</summary>
    private static TrackedValue Tested(TrackedValue value) => value.IsPart || !value.Elements.IsEmpty ? value.AsDerived() : TrackedValue.Nothing;

    /// <summary>
    /// The outcome of a comparison. With null it is a test; otherwise it depends on both sides. The comparison of a session's id with a saved one, for
    /// example, says which upload it is.
    /// </summary>
    private static TrackedValue Compared(TrackedValue left, TrackedValue right)
        => right.Equals(TrackedValue.Nothing) ? Tested(left)
            : left.Equals(TrackedValue.Nothing) ? Tested(right)
            : left.AsDerived().Join(right.AsDerived());

    private TrackedValue Read(ISymbol variable) => _untrackable.Contains(variable) ? TrackedValue.Other : _state[new LocalKey(variable)];

    private TrackedValue Store(LocalKey location, TrackedValue value)
    {
        _state = _state.Assign(location, value);
        return value;
    }

    private void Hide(TrackedValue value) => _state = _state.Hide(value);
}
