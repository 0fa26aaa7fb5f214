using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.CodeFixes;

/// <summary>A statement in a list of statements that awaits a step of an upload.</summary>
internal sealed class StepStatement
{
    private const string ConfigureAwait = "ConfigureAwait";

    private StepStatement(StatementSyntax syntax, InvocationExpressionSyntax call, AwaitExpressionSyntax await)
    {
        Syntax = syntax;
        Call = call;
        Await = await;
    }

    public StatementSyntax Syntax { get; }

    /// <summary>The call that does the step.</summary>
    public InvocationExpressionSyntax Call { get; }

    public AwaitExpressionSyntax Await { get; }

    /// <summary>The expression that the method is called on, with a dot; empty within the client itself.</summary>
    public string Receiver => Call.Expression is MemberAccessExpressionSyntax member ? $"{member.Expression}." : "";

    /// <summary>The <c>ConfigureAwait</c> of the call, with a dot; empty if there is none.</summary>
    public string Configuration => ConfigurationOf(Await);

    /// <summary>Does the statement do nothing before the call?</summary>
    public bool DoesTheCallFirst
        => Await.Ancestors()
            .TakeWhile(ancestor => ancestor != Syntax)
            .All(ancestor => ancestor is ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
                or EqualsValueClauseSyntax or VariableDeclaratorSyntax or VariableDeclarationSyntax
                or AssignmentExpressionSyntax { Left: IdentifierNameSyntax });

    /// <summary>The statement of a call; null if the call isn't awaited, or if no statement can be inserted before and after it.</summary>
    public static StepStatement? Find(InvocationExpressionSyntax call)
    {
        if (AwaitOf(call) is not { } await)
        {
            return null;
        }

        var statement = await.Ancestors().FirstOrDefault(ancestor => ancestor is StatementSyntax or AnonymousFunctionExpressionSyntax);
        return statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax
            && statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
            ? new StepStatement((StatementSyntax)statement, call, await)
            : null;
    }

    public SyntaxNode InsertBefore(SyntaxNode root, string statement) => root.InsertNodesBefore(InList(Syntax), [InList(Parse(statement))]);

    /// <summary>Inserts statements and replaces the call.</summary>
    public SyntaxNode InsertBefore(SyntaxNode root, IEnumerable<string> statements, InvocationExpressionSyntax call)
        => root.ReplaceNode(InList(Syntax), statements.Select(statement => InList(Parse(statement))).Append(InList(Syntax.ReplaceNode(Call, call))));

    public SyntaxNode InsertAfter(SyntaxNode root, string statement) => root.InsertNodesAfter(InList(Syntax), [InList(Parse(statement))]);

    public SyntaxNode? Remove(SyntaxNode root) => root.RemoveNode(InList(Syntax), SyntaxRemoveOptions.KeepUnbalancedDirectives);

    /// <summary>A statement that awaits another step with the cancellation token and the ConfigureAwait of this one.</summary>
    public string Awaiting(string arguments, IMethodSymbol method, SemanticModel model)
    {
        var token = CancellationTokenOf(model) is { } expression && method.Parameters.FirstOrDefault(IsCancellationToken) is { } parameter
            ? $", {parameter.Name}: {expression}"
            : "";
        return $"await {Receiver}{method.Name}({arguments}{token}){Configuration};";
    }

    public static string ConfigurationOf(AwaitExpressionSyntax await)
        => await.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: ConfigureAwait } } call
            ? $".{ConfigureAwait}{call.ArgumentList}"
            : "";

    /// <summary>The two statements that come right after it; null if there are none.</summary>
    public (StatementSyntax First, StatementSyntax Second)? Following()
    {
        var following = InList(Syntax).Parent!.ChildNodes()
            .SkipWhile(node => node != InList(Syntax))
            .Skip(1)
            .Select(node => node is GlobalStatementSyntax member ? member.Statement : node)
            .OfType<StatementSyntax>()
            .Take(2)
            .ToList();
        return following.Count == 2 ? (following[0], following[1]) : null;
    }

    /// <summary>Replaces this statement and removes others.</summary>
    public SyntaxNode? ReplaceWith(SyntaxNode root, StatementSyntax statement, params StatementSyntax[] others)
    {
        var tracked = root.TrackNodes(others.Select(InPlace).Append(InList(Syntax)));
        var replaced = tracked.ReplaceNode(tracked.GetCurrentNode(InList(Syntax))!, InList(statement));
        return replaced.RemoveNodes(others.Select(other => replaced.GetCurrentNode(InPlace(other))!), SyntaxRemoveOptions.KeepNoTrivia);
    }

    private static AwaitExpressionSyntax? AwaitOf(InvocationExpressionSyntax call) => call.Parent switch
    {
        AwaitExpressionSyntax await => await,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: ConfigureAwait, Parent: InvocationExpressionSyntax configured }
            => configured.Parent as AwaitExpressionSyntax,
        _ => null,
    };

    /// <summary>Is the variable declared in the same list of statements?</summary>
    public bool IsBeside(SyntaxNode declarator)
        => declarator.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { } declaration && InPlace(declaration).Parent == InPlace(Syntax).Parent;

    private StatementSyntax Parse(string statement)
    {
        var indentation = Syntax.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var lineEnd = Syntax.GetTrailingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return SyntaxFactory.ParseStatement(statement.Replace("\n", $"{lineEnd}{indentation}"))
            .WithLeadingTrivia(indentation.IsKind(SyntaxKind.None) ? SyntaxFactory.TriviaList() : SyntaxFactory.TriviaList(indentation))
            .WithTrailingTrivia(lineEnd.IsKind(SyntaxKind.None) ? SyntaxFactory.Space : lineEnd);
    }

    private ExpressionSyntax? CancellationTokenOf(SemanticModel model)
        => Call.ArgumentList.Arguments
            .Select(argument => argument.Expression)
            .FirstOrDefault(expression => model.GetTypeInfo(expression).ConvertedType is { } type && IsCancellationToken(type));

    private static bool IsCancellationToken(IParameterSymbol parameter) => IsCancellationToken(parameter.Type);

    private static bool IsCancellationToken(ITypeSymbol type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    /// <summary>The node that stands in the list of statements: at the top level of a program it is a member that holds the statement.</summary>
    private SyntaxNode InList(StatementSyntax statement)
        => Syntax.Parent is not GlobalStatementSyntax member ? statement
            : statement == Syntax ? member
            : SyntaxFactory.GlobalStatement(statement);

    private static SyntaxNode InPlace(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax member ? member : statement;
}
