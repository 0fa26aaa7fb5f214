using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.Analyzers.Rules;

/// <summary>A loop that tries something until it works or has failed often enough.</summary>
internal static class RetryLoop
{
    /// <summary>
    /// Is the call tried in a loop, each of whose handlers throws the last failure on: with a filter, such as <c>when (attempt &lt; 3)</c>, or with a
    /// <c>throw</c> of its own?
    /// </summary>
    public static bool ThrowsAtTheEnd(SyntaxNode call)
    {
        var attempt = call.Ancestors()
            .TakeWhile(ancestor => ancestor is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
            .OfType<TryStatementSyntax>()
            .FirstOrDefault(attempt => attempt.Catches.Count > 0 && attempt.Block.Span.Contains(call.Span));
        return attempt is not null
            && attempt.Ancestors().TakeWhile(ancestor => ancestor is StatementSyntax).Any(IsLoop)
            && attempt.Catches.All(handler => handler.Filter is not null || handler.Block.DescendantNodes().Any(IsThrow));
    }

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static bool IsThrow(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax;
}
