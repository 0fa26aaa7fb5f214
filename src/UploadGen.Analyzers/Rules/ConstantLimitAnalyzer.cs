using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Limits;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG105: a constant, or a collection that is written out, breaks a limit of the member or parameter that it is given to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantLimitAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(MisuseDescriptors.ConstantBreaksLimit);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (LimitAnnotations.Resolve(start.Compilation) is { } limits)
            {
                start.RegisterOperationAction(operation => AnalyzeAssignment(operation, limits), OperationKind.SimpleAssignment);
                start.RegisterOperationAction(operation => AnalyzeArgument(operation, limits), OperationKind.Argument);
            }
        });
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, LimitAnnotations limits)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation or IFieldReferenceOperation)
        {
            Analyze(context, ((IMemberReferenceOperation)assignment.Target).Member, assignment.Value, limits);
        }
    }

    private static void AnalyzeArgument(OperationAnalysisContext context, LimitAnnotations limits)
    {
        if (context.Operation is IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument)
        {
            Analyze(context, parameter, argument.Value, limits);
        }
    }

    private static void Analyze(OperationAnalysisContext context, ISymbol member, IOperation value, LimitAnnotations limits)
    {
        if (ConstantOf(value) is not { } constant)
        {
            return;
        }

        var all = limits.LimitsOf(member);
        foreach (var found in all)
        {
            if (found.Limit.FindBreach(constant) is { } actual)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    MisuseDescriptors.ConstantBreaksLimit,
                    value.Syntax.GetLocation(),
                    Fix(found.Limit, constant, all),
                    member.Name,
                    found.Limit.Allowed,
                    actual,
                    found.Attribute,
                    member.ContainingSymbol.Name is ".ctor" ? member.ContainingType.Name : member.ContainingSymbol.Name));
                return;
            }
        }
    }

    /// <summary>A number beyond a limit can become the limit, if that breaks no other.</summary>
    private static ImmutableDictionary<string, string?> Fix(ILimit limit, object constant, ImmutableArray<MemberLimit> all)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        return limit is RangeLimit range
            && Numbers.ToDecimal(constant) is { } number
            && range.Nearest(number) is { } nearest
            && all.All(other => other.Limit.FindBreach(nearest) is null)
                ? none.Add(FixProperties.Nearest, LimitText.Number(nearest))
                : none;
    }

    /// <summary>The constant value of an expression, or the collection that is written there; null if it is neither.</summary>
    private static object? ConstantOf(IOperation operation)
    {
        // A constant that is converted to a nullable type is none for the compiler.
        while (operation is IConversionOperation { ConstantValue.HasValue: false, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation.ConstantValue is { HasValue: true, Value: var constant } ? constant : ItemsOf(operation.Syntax);
    }

    private static CollectionLiteral? ItemsOf(SyntaxNode collection) => collection switch
    {
        CollectionExpressionSyntax { Elements: var elements } when elements.All(element => element is ExpressionElementSyntax)
            => new CollectionLiteral(elements.Count),
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions.Count: var count } => new CollectionLiteral(count),
        ArrayCreationExpressionSyntax { Initializer.Expressions.Count: var count } => new CollectionLiteral(count),
        _ => null,
    };
}
