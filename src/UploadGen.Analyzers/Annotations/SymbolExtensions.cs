using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Annotations;

/// <summary>Finds a symbol's attributes, which can stand on the symbol itself, on a base or on an interface.</summary>
internal static class SymbolExtensions
{
    /// <summary>The interface members that a member of a class or struct implements.</summary>
    public static IEnumerable<TMember> ImplementedMembers<TMember>(this TMember member)
        where TMember : class, ISymbol
    {
        var type = member.ContainingType;
        return type is null or { TypeKind: TypeKind.Interface }
            ? []
            : type.AllInterfaces
                .SelectMany(declaring => declaring.GetMembers(member.Name))
                .OfType<TMember>()
                .Where(candidate => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), member));
    }

    /// <summary>A type and the types it derives from, the most derived first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBaseTypes(this ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Does the symbol carry the attribute itself?</summary>
    public static bool IsMarked(this ISymbol symbol, INamedTypeSymbol attribute)
        => symbol.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));
}
