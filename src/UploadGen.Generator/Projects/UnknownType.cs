using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Contexts;

namespace UploadGen.Generator.Projects;

/// <summary>
/// A type that a context of System.Text.Json is to know as a part of another, and that no source text declares. Its generator declares members with the
/// type's name in them, and these don't compile, unless the name is written with its namespace.
/// </summary>
/// <param name="Context">The context's name.</param>
/// <param name="Name">The type's name.</param>
/// <param name="Holder">The member that holds it, if the context doesn't name it itself.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">Where in it the context names a type.</param>
/// <param name="Lines">The same as lines and columns.</param>
internal sealed record UnknownType(string Context, string Name, string? Holder, string Path, TextSpan Span, LinePositionSpan Lines)
{
    private const string Attribute = "System.Text.Json.Serialization.JsonSerializableAttribute";

    public static IncrementalValuesProvider<UnknownType> Select(IncrementalGeneratorInitializationContext context)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(Attribute, static (node, _) => node is ClassDeclarationSyntax, Find)
            .SelectMany(static (found, _) => found);

    private static IReadOnlyList<UnknownType> Find(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        return type.IsJsonContext() ? context.Attributes.SelectMany(attribute => Find(type, attribute, cancellationToken)).ToList() : [];
    }

    private static IEnumerable<UnknownType> Find(INamedTypeSymbol context, AttributeData attribute, CancellationToken cancellationToken)
        => attribute.FindSerializable(cancellationToken) is var (serializable, place)
            ? JsonContextWalk.Find(context, serializable, static type => type.TypeKind == TypeKind.Error, cancellationToken)
                .Where(found => found.IsPart && IsWrittenAlone(found.Type))
                .Select(found => new UnknownType(
                    context.Name,
                    found.Type.Name,
                    found.Holder,
                    place.GetLineSpan().Path,
                    place.SourceSpan,
                    place.GetLineSpan().Span))
            : [];

    /// <summary>Whether the name is written without its namespace.</summary>
    private static bool IsWrittenAlone(INamedTypeSymbol type) => type is { ContainingType: null, ContainingNamespace: null or { IsGlobalNamespace: true } };
}
