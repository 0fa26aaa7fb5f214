using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes;

/// <summary>UPG110: removes the second confirmation, unless its answer is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemoveSecondConfirmFix : UploadFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("UPG110");

    private protected override string TitleOf(Diagnostic diagnostic) => "Remove the second confirmation";

    private protected override SyntaxNode? Fix(SyntaxNode root, StepStatement statement, SemanticModel model, Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey(FixProperties.Redundant)
            && statement.Syntax is ExpressionStatementSyntax { Expression: var expression }
            && expression == statement.Await
                ? statement.Remove(root)
                : null;
}
