using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>Calls that aren't made: those that a test sets up or verifies on a double of a client, or that a double answers by itself.</summary>
internal static class Doubles
{
    /// <summary>Is it a double of a client, on which a call of a method isn't made?</summary>
    public static bool IsDouble(IOperation? instance, IMethodSymbol method, SemanticModel? model)
        => IsInMode(instance) || (ClassOf(instance, model) is { } type && IsFake(type, method));

    /// <summary>Is a lambda only read, as an expression tree?</summary>
    public static bool IsQuoted(IOperation lambda)
        => lambda.Parent?.Type is INamedTypeSymbol { Name: "Expression" } type && ReadingMembers.IsIn(type, "System.Linq.Expressions");

    /// <summary>
    /// Is it what a generic method makes of an object of the same type, as in <c>client.Received().CreateAsync(…)</c>? Such a method gives a double in a mode
    /// in which it records or checks calls.
    /// </summary>
    private static bool IsInMode(IOperation? instance)
        => instance is IInvocationOperation { TargetMethod: { IsGenericMethod: true, OriginalDefinition: var made } }
            && made.ReturnType is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } result
            && made.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, result));

    /// <summary>The class of an object: that of a variable, or what it is made as.</summary>
    private static ITypeSymbol? ClassOf(IOperation? instance, SemanticModel? model) => instance switch
    {
        ILocalReferenceOperation local => Made(local.Local, model) ?? local.Type,
        IFieldReferenceOperation field => Made(field.Field, model) ?? field.Type,
        _ => instance?.Type,
    };

    /// <summary>The class of what a variable is declared with, where that is written in the same file.</summary>
    private static ITypeSymbol? Made(ISymbol variable, SemanticModel? model)
        => variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            && model?.SyntaxTree == value.SyntaxTree ? model.GetTypeInfo(value).Type : null;

    /// <summary>Does a class answer a call by itself, written by hand? One that calls the client's own method does the step.</summary>
    private static bool IsFake(ITypeSymbol type, IMethodSymbol method)
        => OverrideOf(type, method) is { DeclaringSyntaxReferences: { IsEmpty: false } declarations }
            && !declarations.Any(declaration => declaration.GetSyntax().DescendantNodes().OfType<BaseExpressionSyntax>().Any());

    /// <summary>What a class makes of a virtual method of the client.</summary>
    private static IMethodSymbol? OverrideOf(ITypeSymbol type, IMethodSymbol method)
        => type.SelfAndBaseTypes()
            .SelectMany(declaring => declaring.GetMembers(method.Name))
            .OfType<IMethodSymbol>()
            .FirstOrDefault(member => member.IsOverride && IsOrOverrides(member, method));

    private static bool IsOrOverrides(IMethodSymbol? member, IMethodSymbol method)
    {
        for (; member is not null; member = member.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(member, method))
            {
                return true;
            }
        }

        return false;
    }
}
