using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes;

/// <summary>The half of a generated type that is, or isn't yet, written by hand.</summary>
internal sealed class HandWrittenHalf
{
    private readonly string _keywords;

    private HandWrittenHalf(string fullName, string keywords)
    {
        FullName = fullName;
        _keywords = keywords;
    }

    /// <summary>The type's name with its namespace.</summary>
    public string FullName { get; }

    /// <summary>The type's name.</summary>
    public string Name => FullName.Substring(FullName.LastIndexOf('.') + 1);

    private string Namespace => string.Join(".", FullName.Substring(0, FullName.LastIndexOf('.')).Split('.').Select(Escape));

    /// <summary>The half that a diagnostic asks for.</summary>
    public static HandWrittenHalf? Find(Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(FixProperties.UnseenType, out var type)
            && diagnostic.Properties.TryGetValue(FixProperties.UnseenKeywords, out var keywords)
            ? new HandWrittenHalf(type!, keywords!)
            : null;

    /// <summary>
    /// The solution with the converter named on the half. Where there is none, it comes into the file of the context: a new file isn't written on the
    /// command line.
    /// </summary>
    public async Task<Solution> DeclareAsync(Document context, CancellationToken cancellationToken)
    {
        var compilation = await context.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        var written = compilation?.GetTypeByMetadataName(FullName)?.DeclaringSyntaxReferences
            .Where(declaration => !GeneratedFile.Is(declaration.SyntaxTree.FilePath))
            .OrderBy(declaration => declaration.SyntaxTree.FilePath, StringComparer.Ordinal)
            .Select(declaration => (Document: context.Project.GetDocument(declaration.SyntaxTree), Declaration: declaration))
            .FirstOrDefault(half => half.Document is not null);
        if (written is not { Document: { } document, Declaration: { } reference })
        {
            return await AddAsync(context, cancellationToken).ConfigureAwait(false);
        }

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var half = (TypeDeclarationSyntax)await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(half, WithAttribute(half))).Project.Solution;
    }

    private async Task<Solution> AddAsync(Document context, CancellationToken cancellationToken)
    {
        var root = (CompilationUnitSyntax)(await context.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var half = WithAttribute((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"partial {_keywords} {Name};")!);
        return context.WithSyntaxRoot(new NamespaceMembers(root).Add(half, Namespace)).Project.Solution;
    }

    /// <summary>The names are written in full, and what the file imports is taken off them.</summary>
    private TypeDeclarationSyntax WithAttribute(TypeDeclarationSyntax half)
    {
        var text = $"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::UploadGen.Core.JsonModelConverter<{Name}>))] class C {{ }}";
        var attribute = ((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(text)!).AttributeLists[0]
            .WithLeadingTrivia(half.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        var rest = half.WithLeadingTrivia(half.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        return (TypeDeclarationSyntax)rest.WithAttributeLists(rest.AttributeLists.Insert(0, attribute));
    }

    private static string Escape(string identifier) => SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;
}
