using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Projects;

/// <summary>
/// The partial records of a project that have a <c>[JsonConverter]</c> in source text. Where one is the half of a generated record, it speaks for both:
/// other generators, such as that of System.Text.Json, see that half alone, and the attribute can't stand twice.
/// </summary>
internal static class DeclaredConverters
{
    private const string Attribute = "System.Text.Json.Serialization.JsonConverterAttribute";

    /// <summary>Their names with their namespaces, in an order that no edit changes.</summary>
    public static IncrementalValueProvider<EquatableArray<string>> Select(IncrementalGeneratorInitializationContext context)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(Attribute, static (node, _) => IsHalf(node), static (found, _) => FullName(found.TargetSymbol))
            .Collect()
            .Select(static (names, _) => names.Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());

    private static bool IsHalf(SyntaxNode node)
        => node is RecordDeclarationSyntax { TypeParameterList: null, Parent: not TypeDeclarationSyntax } record
            && record.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static string FullName(ISymbol type)
        => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).Replace("@", "");
}
