using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.Contexts;

/// <summary>Tells what belongs to System.Text.Json.</summary>
internal static class JsonSymbols
{
    private const string Namespace = "System.Text.Json.Serialization";

    /// <summary>Is this a class for which System.Text.Json's generator writes metadata?</summary>
    public static bool IsJsonContext(this INamedTypeSymbol type)
        => type.BaseType is { } parent && parent.SelfAndBases().Any(declaring => declaring.Name == "JsonSerializerContext" && declaring.IsOfJson());

    /// <summary>The type that a <c>[JsonSerializable]</c> brings into its context, and where it is written; null for another attribute.</summary>
    public static (ITypeSymbol Type, Location Place)? FindSerializable(this AttributeData attribute, CancellationToken cancellationToken)
        => attribute.IsOfJson("JsonSerializableAttribute")
            && attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type }
            && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
                ? (type, arguments[0].Expression.GetLocation())
                : null;

    /// <summary>Is the attribute of this type of System.Text.Json's, or one derived from it?</summary>
    public static bool IsOfJson(this AttributeData attribute, string name)
        => attribute.AttributeClass is { } type && type.SelfAndBases().Any(declaring => declaring.Name == name && declaring.IsOfJson());

    public static bool IsOfJson(this ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == Namespace;

    public static bool HasOfJson(this ISymbol symbol, string attribute) => symbol.GetAttributes().Any(data => data.IsOfJson(attribute));

    public static IEnumerable<INamedTypeSymbol> SelfAndBases(this ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
