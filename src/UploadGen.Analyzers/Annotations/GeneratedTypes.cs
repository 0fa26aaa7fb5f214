using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Rules;
using UploadGen.Contexts;

namespace UploadGen.Analyzers.Annotations;

/// <summary>
/// The types that UploadGen generates in the compilation itself. Other generators don't see them. Those of a referenced assembly are seen by all, and so are
/// generated files that were checked in.
/// </summary>
internal sealed class GeneratedTypes
{
    private readonly IAssemblySymbol _assembly;
    private readonly INamedTypeSymbol _model;

    private GeneratedTypes(IAssemblySymbol assembly, INamedTypeSymbol model)
    {
        _assembly = assembly;
        _model = model;
    }

    /// <summary>The generated types of a compilation; null if nothing is generated in it.</summary>
    public static GeneratedTypes? Resolve(Compilation compilation)
        => compilation.GetTypeByMetadataName("UploadGen.Core.IJsonModel`1") is { } model && compilation.SyntaxTrees.Any(IsGenerated)
            ? new GeneratedTypes(compilation.Assembly, model)
            : null;

    /// <summary>Is the type generated, and doesn't say in source text that a person wrote how System.Text.Json converts it?</summary>
    public bool IsUnseen(INamedTypeSymbol type)
        => type.Arity == 0
            && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _assembly)
            && type.Interfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, _model))
            && type.DeclaringSyntaxReferences.Any(declaration => IsGenerated(declaration.SyntaxTree))
            && !type.GetAttributes().Any(IsDeclaredConverter);

    /// <summary>Has a person written a half of the type?</summary>
    public static bool HasHalf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(declaration => !IsGenerated(declaration.SyntaxTree));

    private static bool IsDeclaredConverter(AttributeData attribute)
        => attribute.IsOfJson("JsonConverterAttribute") && attribute.ApplicationSyntaxReference is { } applied && !IsGenerated(applied.SyntaxTree);

    private static bool IsGenerated(SyntaxTree tree) => GeneratedFile.Is(tree.FilePath);
}
