using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes;

/// <summary>UPG106: replaces a media type that is written out by the one that was declared. A named constant may be used elsewhere, and has no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DeclaredMediaTypeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("UPG106");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax sent
                && diagnostic.Properties[FixProperties.DeclaredMediaType] is { } declared)
            {
                var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(declared)).WithTriviaFrom(sent);
                var document = context.Document.WithSyntaxRoot(root.ReplaceNode(sent, literal));
                var title = $"Use the media type that was declared: {declared}";
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document), diagnostic.Id), diagnostic);
            }
        }
    }
}
