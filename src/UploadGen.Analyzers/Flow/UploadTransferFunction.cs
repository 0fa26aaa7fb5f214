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

    private const ValueRoles HeaderEntry = ValueRoles.Headers | ValueRoles.Element;

    private readonly ControlFlowGraph _graph;
    private readonly BodyFacts _facts;
    private readonly UploadAnnotations _annotations;
    private readonly HashSet<ISymbol> _flags;
    private readonly ILookup<CaptureId, IOperation> _captured;
    private readonly Dictionary<IOperation, Container> _containers = [];
    private readonly Dictionary<IFlowAnonymousFunctionOperation, UploadTransferFunction> _queried = [];
    private FlowState _state = FlowState.Empty;
    private IOperation? _result;
    private bool _goesOn;
    private bool _returnsToSight;
    private int _depth;

    public UploadTransferFunction(ControlFlowGraph graph, BodyFacts facts)
    {
        _graph = graph;
        _facts = facts;
        _annotations = facts.Annotations;
        var operations = graph.Operations().ToList();
        _flags = new(FlagsIn(operations).Where(variable => !facts.Untrackable.Contains(variable)), SymbolEqualityComparer.Default);
        _captured = operations.OfType<IFlowCaptureOperation>().ToLookup(capture => capture.Id, capture => capture.Value);
    }

    /// <summary>What it has seen so far.</summary>
    public Observations Seen { get; } = new();

    /// <summary>What the function returns, over all paths.</summary>
    public TrackedValue Returned { get; private set; } = TrackedValue.Nothing;

    public (FlowState State, bool GoesOn) Apply(IOperation operation, FlowState state) => Follow(state, () => Evaluate(operation));

    /// <summary>A branch on a part of a session may depend on something about the upload that isn't tracked, so the upload becomes unknown.</summary>
    public (FlowState State, bool GoesOn) ApplyCondition(IOperation condition, FlowState state) => Follow(state, () =>
    {
        var outcome = Evaluate(condition);
        Seen.Ask(outcome, isAssertion: false);
        if (!outcome.IsOnly(ValueRoles.Detail | ValueRoles.Id))
        {
            _state = _state.Hide(outcome);
        }
    });

    /// <summary>What is returned or thrown is given to code that can't be seen.</summary>
    public (FlowState State, bool GoesOn) ApplyResult(IOperation value, FlowState state) => Follow(state, () =>
    {
        _result = value;
        var result = Evaluate(value);
        Returned = Returned.Join(result);
        if (!_returnsToSight)
        {
            HandOver(result);
        }
    });

    private (FlowState State, bool GoesOn) Follow(FlowState state, Action evaluate)
    {
        _state = state;
        _goesOn = true;
        evaluate();
        Seen.Reach(_state);
        return (_state, _goesOn);
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
        ILocalReferenceOperation or IParameterReferenceOperation => Read(BodyVariables.VariableOf(operation)!),
        IFlowCaptureOperation capture => Store(new LocalKey(capture.Id), Evaluate(capture.Value)),
        IFlowCaptureReferenceOperation capture => _state[new LocalKey(capture.Id)],
        IPropertyReferenceOperation property => EvaluateProperty(property),
        IFieldReferenceOperation field => EvaluateField(field),
        IInvocationOperation invocation => EvaluateInvocation(invocation),
        ISimpleAssignmentOperation assignment => EvaluateAssignment(assignment),
        IDeconstructionAssignmentOperation assignment => EvaluateDeconstruction(assignment),
        ICompoundAssignmentOperation or IIncrementOrDecrementOperation => EvaluateUpdate(operation),
        IObjectCreationOperation creation => EvaluateObjectCreation(creation),
        IAnonymousObjectCreationOperation creation => EvaluateAnonymousObject(creation),
        IArrayCreationOperation creation => EvaluateArray(creation),
        IArrayElementReferenceOperation element => EvaluateElement(element),
        IImplicitIndexerReferenceOperation element => EvaluateElement(element),
        IInterpolatedStringOperation text => EvaluateInterpolation(text),
        ITupleOperation tuple => TrackedValue.Tuple(tuple.Elements.Select(Evaluate)),
        IExpressionStatementOperation statement => Evaluate(statement.Operation),
        IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
        ITranslatedQueryOperation query => Evaluate(query.Operation),
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
        // A task stands for its result.
        IAwaitOperation await => Evaluate(await.Operation),
        IConversionOperation { OperatorMethod: null } conversion => Evaluate(conversion.Operand),
        IConversionOperation conversion when IsOfFramework(conversion.OperatorMethod) => Evaluate(conversion.Operand),
        IIsNullOperation test => Tested(Evaluate(test.Operand)),
        IIsTypeOperation test => Tested(Evaluate(test.ValueOperand)),
        IIsPatternOperation test => Match(test.Pattern, Evaluate(test.Value)),
        IBinaryOperation binary => EvaluateBinary(binary),
        IUnaryOperation unary when IsOfFramework(unary.OperatorMethod) => Evaluate(unary.Operand).AsDerived(),
        ILiteralOperation { ConstantValue.Value: null } or IDefaultValueOperation => TrackedValue.Nothing,
        IFlowAnonymousFunctionOperation function => EvaluateFunction(function.Symbol),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function } => EvaluateFunction(function),
        ILiteralOperation or INameOfOperation or IDiscardOperation or ITypeOfOperation => TrackedValue.Other,
        _ => IsCollectionExpression(operation) ? EvaluateCollection(operation) : EvaluateUnknown(operation),
    };

    private TrackedValue EvaluateUnknown(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            HandOver(Evaluate(child));
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
            HandOver(EvaluateArgument(argument));
        }

        return KnownMembers.IsTransparent(operation.Property) ? instance : PartOf(instance, operation.Property);
    }

    private TrackedValue EvaluateField(IFieldReferenceOperation operation) => PartOf(Evaluate(operation.Instance), operation.Field);

    private TrackedValue PartOf(TrackedValue whole, ISymbol member)
        => !whole.Containers.IsEmpty ? MemberOfContainer(whole, member)
            : member is not IPropertySymbol property ? ElementOf(whole, member)
            : whole.MayBe(ValueRoles.AnyUrl) && UrlMembers.IsTransparent(property) ? whole
            : _annotations.IsPresignedUrl(property) ? whole.As(ValueRoles.Url)
            : whole.Uploads.IsEmpty ? ElementOf(whole, member)
            : _annotations.IsSessionId(property) ? whole.As(ValueRoles.Id)
            : _annotations.HoldsSession(property) ? whole
            : _annotations.IsUploadHeaders(property) ? whole.As(ValueRoles.Headers)
            // A header says how to PUT, and nothing about the upload.
            : IsOfHeaders(whole) ? whole.As(property.IsIndexer ? HeaderEntry : whole.Roles)
            : IsDetail(whole, property) ? whole.Depending(ValueRoles.Detail)
            : whole.AsDerived();

    private static bool IsDetail(TrackedValue whole, IPropertySymbol property)
        => whole.IsOnly(ValueRoles.Id)
            || (whole.IsOnly(ValueRoles.AnyUrl) && DetailMembers.IsPartOfUrl(property))
            || (whole.IsOnly(ValueRoles.Session) && DetailMembers.IsDetail(property));

    private static TrackedValue ElementOf(TrackedValue whole, ISymbol member)
        => KnownMembers.ElementIndexOf(member) is var index and >= 0 && index < whole.Elements.Length ? whole.Elements[index] : whole.AsDerived();

    private TrackedValue Read(ISymbol variable) => _facts.Untrackable.Contains(variable) ? TrackedValue.Other : _state[new LocalKey(variable)];

    private TrackedValue Store(LocalKey location, TrackedValue value)
    {
        _state = _state.Assign(location, value);
        return value;
    }

    /// <summary>Makes what a value stands for unknown.</summary>
    private void Hide(TrackedValue value) => _state = _state.Hide(value);

    /// <summary>
    /// Gives a value to code that can't be seen. With the headers alone, the host of a URL or what a step has answered, that code can't PUT or confirm
    /// anything.
    /// </summary>
    private void HandOver(TrackedValue value)
    {
        Seen.Ask(value, isAssertion: false);
        _state = _state.HandOver(value);
    }

    private static bool IsOfHeaders(TrackedValue value) => value.IsOnly(HeaderEntry) && value.MayBe(ValueRoles.Headers);

    /// <summary>Is it a member of the framework's plain types? An operator that the language has itself is no member at all.</summary>
    private static bool IsOfFramework(ISymbol? member)
        => member is null || member.ContainingType?.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
