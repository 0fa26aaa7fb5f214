using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.CodeFixes;

/// <summary>A fix of a call that does a step of an upload. It is offered only if the result compiles.</summary>
public abstract class UploadFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
                || StepStatement.Find(call) is not { } statement || Fix(root, statement, model, diagnostic) is not { } fixedRoot)
            {
                continue;
            }

            var document = context.Document.WithSyntaxRoot(fixedRoot);
            var fixedModel = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
            if (Errors(fixedModel!, context.CancellationToken) <= Errors(model, context.CancellationToken))
            {
                var title = TitleOf(diagnostic);
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document), diagnostic.Id), diagnostic);
            }
        }
    }

    private protected abstract string TitleOf(Diagnostic diagnostic);

    /// <summary>The source text without the mistake; null if it isn't certain what the author meant.</summary>
    private protected abstract SyntaxNode? Fix(SyntaxNode root, StepStatement statement, SemanticModel model, Diagnostic diagnostic);

    private static int Errors(SemanticModel model, CancellationToken cancellationToken)
        => model.GetDiagnostics(cancellationToken: cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
