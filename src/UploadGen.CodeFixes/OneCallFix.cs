using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes;

/// <summary>UPG112: replaces the three statements by the one call. Its answer is used as the confirmation's was.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OneCallFix : UploadFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("UPG112");

    private protected override string TitleOf(Diagnostic diagnostic)
        => $"Call '{diagnostic.Properties[FixProperties.OneCall]!.Split('(')[0]}' instead of the three steps";

    private protected override SyntaxNode? Fix(SyntaxNode root, StepStatement statement, SemanticModel model, Diagnostic diagnostic)
    {
        if (diagnostic.Properties[FixProperties.OneCall] is not { } call || statement.Following() is not var (put, confirm)
            || confirm.DescendantNodes().OfType<AwaitExpressionSyntax>().FirstOrDefault() is not { } await
            || HasComment(statement.Syntax.WithoutLeadingTrivia()) || HasComment(put) || HasComment(confirm)
            || statement.Configuration != StepStatement.ConfigurationOf(await))
        {
            return null;
        }

        var whole = SyntaxFactory.ParseExpression($"await {statement.Receiver}{call}{statement.Configuration}").WithTriviaFrom(await);
        var type = model.GetSpeculativeTypeInfo(statement.Syntax.SpanStart, whole, SpeculativeBindingOption.BindAsExpression).Type;
        return model.GetTypeInfo(await).Type is { } answer && SymbolEqualityComparer.Default.Equals(answer, type)
            ? statement.ReplaceWith(root, confirm.ReplaceNode(await, whole).WithLeadingTrivia(statement.Syntax.GetLeadingTrivia()), put, confirm)
            : null;
    }

    /// <summary>Has the statement a comment or directive, which would be lost with it?</summary>
    private static bool HasComment(SyntaxNode statement)
        => statement.DescendantTrivia(descendIntoTrivia: true)
            .Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
