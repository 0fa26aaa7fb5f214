using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <content>Variables that code sets to a constant somewhere, and tests.</content>
internal sealed partial class UploadTransferFunction
{
    public FlowState? Assume(IOperation condition, bool outcome, FlowState state)
        => TestedBy(Unconverted(condition)) is var (variable, isNegated) && _flags.Contains(variable)
            ? state.Assume(variable, outcome != isNegated)
            : state;

    /// <summary>The locals of a function that are true, false or null by assignment.</summary>
    private static IEnumerable<ISymbol> FlagsIn(IEnumerable<IOperation> operations)
        => operations
            .OfType<ISimpleAssignmentOperation>()
            .Select(assignment => (assignment.Value, (assignment.Target as ILocalReferenceOperation)?.Local))
            .Where(assigned => assigned.Local is not null && OutcomeOf(assigned.Value, assigned.Local) is not null)
            .Select(assigned => assigned.Local!);

    /// <summary>Is a value true or not null, false or null? Null if that isn't known.</summary>
    private static bool? OutcomeOf(IOperation value, ILocalSymbol variable)
        => variable.Type.SpecialType == SpecialType.System_Boolean ? value.ConstantValue is { HasValue: true, Value: bool constant } ? constant : null
            : !variable.Type.IsReferenceType ? null
            : IsNull(value) || Unconverted(value) is IDefaultValueOperation ? false
            : Unconverted(value) is IObjectCreationOperation || IsCaught(Unconverted(value)) ? true
            : null;

    /// <summary>Is it the exception of a catch?</summary>
    private static bool IsCaught(IOperation value)
        => value is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: { Length: 1 } declarations }
            && declarations[0].GetSyntax() is CatchDeclarationSyntax;

    /// <summary>The variable that a condition tests, and whether it is true where the variable doesn't hold; null for another condition.</summary>
    private static (ISymbol Variable, bool IsNegated)? TestedBy(IOperation condition) => condition switch
    {
        ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } local } => (local, false),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => Negated(TestedBy(Unconverted(not.Operand))),
        IIsNullOperation test => NullTest(test.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } test when IsNull(test.RightOperand) => NullTest(test.LeftOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } test when IsNull(test.RightOperand) => Negated(NullTest(test.LeftOperand)),
        IIsPatternOperation { Pattern: IConstantPatternOperation constant } test when IsNull(constant.Value) => NullTest(test.Value),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation constant } } test when IsNull(constant.Value)
            => Negated(NullTest(test.Value)),
        IIsPatternOperation { Pattern: IRecursivePatternOperation pattern } test when IsNotNullPattern(pattern) => Negated(NullTest(test.Value)),
        _ => null,
    };

    /// <summary>Is it <c>{ }</c>, which everything but null matches?</summary>
    private static bool IsNotNullPattern(IRecursivePatternOperation pattern)
        => pattern.PropertySubpatterns.IsEmpty && pattern.DeconstructionSubpatterns.IsEmpty
            && SymbolEqualityComparer.Default.Equals(pattern.MatchedType, pattern.InputType);

    private static (ISymbol, bool)? Negated((ISymbol Variable, bool IsNegated)? test)
        => test is var (variable, isNegated) ? (variable, !isNegated) : null;

    private static (ISymbol, bool)? NullTest(IOperation operand)
        => Unconverted(operand) is ILocalReferenceOperation { Local: { Type.IsReferenceType: true } local } ? (local, true) : null;

    private static bool IsNull(IOperation operation) => Unconverted(operation).ConstantValue is { HasValue: true, Value: null };
}
