using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes;

/// <summary>UPG103: awaits the confirmation after the PUT.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ConfirmAfterPutFix : UploadFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("UPG103");

    private protected override string TitleOf(Diagnostic diagnostic) => $"Await '{diagnostic.Properties[FixProperties.MissingStep]}' after it";

    private protected override SyntaxNode? Fix(SyntaxNode root, StepStatement statement, SemanticModel model, Diagnostic diagnostic)
    {
        if (diagnostic.Properties[FixProperties.MissingStep] is not { } name || statement.Syntax is not ExpressionStatementSyntax
            || SessionSymbols.FindStep(model, statement.Call, name) is not { } confirm || confirm.NeedsMoreThanSession()
            || statement.Call.SessionVariable(model) is not { } session || IsRepeated(statement.Syntax, session, model)
            || SessionSymbols.IdOf(model.GetTypeInfo(session).Type!) is not { } id)
        {
            return null;
        }

        var takesId = confirm.Parameters.Any(parameter => parameter.TakesSessionId());
        var argument = takesId ? $"{session.Identifier.Text}.{id.Name}" : session.Identifier.Text;
        return statement.InsertAfter(root, statement.Awaiting(argument, confirm, model));
    }

    /// <summary>Does a loop or a try within the session's scope repeat the PUT? Then a confirmation that fails would repeat it, too.</summary>
    private static bool IsRepeated(StatementSyntax put, IdentifierNameSyntax session, SemanticModel model)
    {
        var declaration = model.GetSymbolInfo(session).Symbol!.DeclaringSyntaxReferences.First().GetSyntax();
        return put.Ancestors()
            .TakeWhile(ancestor => !ancestor.Contains(declaration))
            .Any(ancestor => ancestor is not (BlockSyntax or IfStatementSyntax or ElseClauseSyntax or GlobalStatementSyntax));
    }
}
