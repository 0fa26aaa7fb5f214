using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>Three statements in a row. Each awaits a step of one upload by the same client, and nothing else reads the session.</summary>
internal sealed class ThreeSteps
{
    private ThreeSteps(IInvocationOperation create, IInvocationOperation put, IInvocationOperation confirm)
    {
        Create = create;
        Put = put;
        Confirm = confirm;
    }

    public IInvocationOperation Create { get; }

    public IInvocationOperation Put { get; }

    public IInvocationOperation Confirm { get; }

    public ITypeSymbol ClientType => Create.Instance!.Type!;

    /// <summary>The steps as they are written in a body; null if they aren't three such statements.</summary>
    public static ThreeSteps? Find(IInvocationOperation create, IInvocationOperation put, IInvocationOperation confirm, IOperation body)
    {
        if (create.AsWritten(body) is not { } first || put.AsWritten(body) is not { } second || confirm.AsWritten(body) is not { } third
            || StatementOf(first) is not LocalDeclarationStatementSyntax opening
            || StatementOf(second) is not ExpressionStatementSyntax sending
            || StatementOf(third) is not { } closing
            || !AreInARow(opening, sending, closing) || !IsSameClient(first, second) || !IsSameClient(first, third) || !IsOnlyFor(opening, second, third, body))
        {
            return null;
        }

        return new ThreeSteps(first, second, third);
    }

    /// <summary>The statement that awaits the call, keeps or returns its answer, and does nothing else; null if there is none.</summary>
    private static StatementSyntax? StatementOf(IInvocationOperation call) => AwaitOf(call.Syntax)?.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        ReturnStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Parent: ExpressionStatementSyntax statement } => statement,
        EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration }
            => declaration.Parent as LocalDeclarationStatementSyntax,
        _ => null,
    };

    private static AwaitExpressionSyntax? AwaitOf(SyntaxNode call) => call.Parent switch
    {
        AwaitExpressionSyntax await => await,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }
            => configured.Parent as AwaitExpressionSyntax,
        _ => null,
    };

    private static bool AreInARow(params StatementSyntax[] statements)
    {
        // A top-level statement is the child of a member.
        var nodes = statements.Select(statement => statement.Parent is GlobalStatementSyntax member ? member : (SyntaxNode)statement).ToList();
        var all = nodes[0].Parent?.ChildNodes().ToList() ?? [];
        var start = all.IndexOf(nodes[0]);
        return start >= 0 && nodes.SequenceEqual(all.Skip(start).Take(nodes.Count));
    }

    private static bool IsSameClient(IInvocationOperation left, IInvocationOperation right)
        => left.Instance is { } client && right.Instance is { } other && client.IsPlain() && SyntaxFactory.AreEquivalent(client.Syntax, other.Syntax);

    /// <summary>Is the session read once by each of the other steps, and nowhere else?</summary>
    private static bool IsOnlyFor(LocalDeclarationStatementSyntax opening, IInvocationOperation put, IInvocationOperation confirm, IOperation body)
    {
        var references = body.DescendantsAndSelf()
            .OfType<ILocalReferenceOperation>()
            .Where(reference => reference.Local.DeclaringSyntaxReferences.Any(declaration => declaration.Span == opening.Declaration.Variables[0].Span))
            .Select(reference => reference.Syntax.Span)
            .ToList();
        return references.Count == 2 && references.Any(put.Syntax.Span.Contains) && references.Any(confirm.Syntax.Span.Contains);
    }
}
