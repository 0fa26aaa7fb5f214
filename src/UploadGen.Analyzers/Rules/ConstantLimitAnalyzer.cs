using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Limits;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG105: a constant, or a collection written out, breaks a limit of the member or parameter it is given to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantLimitAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ConstantBreaksLimit);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (LimitAttributes.Resolve(start.Compilation) is { } limits)
            {
                start.RegisterOperationAction(operation => AnalyzeAssignment(operation, limits), OperationKind.SimpleAssignment);
                start.RegisterOperationAction(operation => AnalyzeArgument(operation, limits), OperationKind.Argument);
            }
        });
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, LimitAttributes limits)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation or IFieldReferenceOperation)
        {
            Analyze(context, ((IMemberReferenceOperation)assignment.Target).Member, assignment.Value, limits);
        }
    }

    private static void AnalyzeArgument(OperationAnalysisContext context, LimitAttributes limits)
    {
        if (context.Operation is IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument)
        {
            Analyze(context, parameter, argument.Value, limits);
        }
    }

    private static void Analyze(OperationAnalysisContext context, ISymbol member, IOperation value, LimitAttributes limits)
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
                    Descriptors.ConstantBreaksLimit,
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
        => limit is RangeLimit range && Numbers.ToDecimal(constant) is { } number && range.Nearest(number) is { } nearest && all.All(other => other.Limit.FindBreach(nearest) is null)
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Nearest, LimitText.Number(nearest))
            : ImmutableDictionary<string, string?>.Empty;

    /// <summary>The value that the compiler knows; that of a collection is its count.</summary>
    private static object? ConstantOf(IOperation operation)
    {
        // What is converted to a nullable is no constant any more.
        while (operation is IConversionOperation { ConstantValue.HasValue: false, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation.ConstantValue is { HasValue: true, Value: var constant } ? constant : ItemsOf(operation.Syntax);
    }

    private static ItemCount? ItemsOf(SyntaxNode collection) => collection switch
    {
        CollectionExpressionSyntax { Elements: var elements } when elements.All(element => element is ExpressionElementSyntax) => new ItemCount(elements.Count),
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions.Count: var count } => new ItemCount(count),
        ArrayCreationExpressionSyntax { Initializer.Expressions.Count: var count } => new ItemCount(count),
        _ => null,
    };
}
