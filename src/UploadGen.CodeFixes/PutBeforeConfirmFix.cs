using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes;

/// <summary>UPG101: awaits the PUT before the confirmation, if only one content is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PutBeforeConfirmFix : UploadFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("UPG101");

    private protected override string TitleOf(Diagnostic diagnostic) => $"Await '{diagnostic.Properties[FixProperties.MissingStep]}' before it";

    private protected override SyntaxNode? Fix(SyntaxNode root, StepStatement statement, SemanticModel model, Diagnostic diagnostic)
    {
        if (diagnostic.Properties[FixProperties.MissingStep] is not { } name
            || SessionSymbols.FindStep(model, statement.Call, name) is not { } put
            || statement.Call.SessionVariable(model) is not { } session)
        {
            return null;
        }

        var arguments = new List<string>();
        foreach (var parameter in put.Parameters.Where(parameter => !parameter.IsOptional))
        {
            var argument = parameter.TakesSession() ? session.Identifier.Text
                : parameter.TakesSessionId() ? IdOf(session, model)
                : SessionSymbols.OnlyValueFor(model, statement.Syntax.SpanStart, parameter.Type);
            if (argument is null)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return statement.InsertBefore(root, statement.Awaiting(string.Join(", ", arguments), put, model));
    }

    /// <summary>The id of the session in a variable.</summary>
    private static string? IdOf(IdentifierNameSyntax session, SemanticModel model)
        => model.GetTypeInfo(session).Type is { } type && SessionSymbols.IdOf(type) is { } id ? $"{session.Identifier.Text}.{id.Name}" : null;
}
