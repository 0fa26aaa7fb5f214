using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.CodeFixes;

/// <summary>A statement in a list of statements that awaits a step of an upload.</summary>
internal sealed class StepStatement
{
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

    /// <summary>What the call is made on, with the dot; empty within the client itself.</summary>
    public string Receiver => Call.Expression is MemberAccessExpressionSyntax member ? $"{member.Expression}." : "";

    /// <summary>The <c>ConfigureAwait</c> of the call, with its dot; empty if there is none.</summary>
    public string Configuration => ConfigurationOf(Await);

    /// <summary>Is the call the first thing that the statement does, whatever it does with the answer?</summary>
    public bool DoesTheCallFirst
        => Await.Ancestors()
            .TakeWhile(ancestor => ancestor != Syntax)
            .All(ancestor => ancestor is ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
                or EqualsValueClauseSyntax or VariableDeclaratorSyntax or VariableDeclarationSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax });

    /// <summary>The statement of a call; null if it has no place of its own between others, or doesn't await.</summary>
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

    /// <summary>Inserts statements, and puts another call in the place of this one.</summary>
    public SyntaxNode InsertBefore(SyntaxNode root, IEnumerable<string> statements, InvocationExpressionSyntax call)
        => root.ReplaceNode(InList(Syntax), statements.Select(statement => InList(Parse(statement))).Append(InList(Syntax.ReplaceNode(Call, call))));

    public SyntaxNode InsertAfter(SyntaxNode root, string statement) => root.InsertNodesAfter(InList(Syntax), [InList(Parse(statement))]);

    public SyntaxNode? Remove(SyntaxNode root) => root.RemoveNode(InList(Syntax), SyntaxRemoveOptions.KeepUnbalancedDirectives);

    /// <summary>A call of another step, awaited in the same manner: with the same token, and with ConfigureAwait if this one has it.</summary>
    public string Awaiting(string arguments, IMethodSymbol method, SemanticModel model)
    {
        var token = CancellationTokenOf(model) is { } expression && method.Parameters.FirstOrDefault(IsCancellationToken) is { } parameter
            ? $", {parameter.Name}: {expression}"
            : "";
        return $"await {Receiver}{method.Name}({arguments}{token}){Configuration};";
    }

    public static string ConfigurationOf(AwaitExpressionSyntax await)
        => await.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } configured
            ? $".ConfigureAwait{configured.ArgumentList}"
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

    /// <summary>Puts another statement in the place of this one and of those after it that it stands for.</summary>
    public SyntaxNode? ReplaceWith(SyntaxNode root, StatementSyntax statement, params StatementSyntax[] others)
    {
        var tracked = root.TrackNodes(others.Select(InPlace).Append(InList(Syntax)));
        var replaced = tracked.ReplaceNode(tracked.GetCurrentNode(InList(Syntax))!, InList(statement));
        return replaced.RemoveNodes(others.Select(other => replaced.GetCurrentNode(InPlace(other))!), SyntaxRemoveOptions.KeepNoTrivia);
    }

    private static AwaitExpressionSyntax? AwaitOf(InvocationExpressionSyntax call) => call.Parent switch
    {
        AwaitExpressionSyntax await => await,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax await } } => await,
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

    /// <summary>At the top level of a program a statement stands in a member.</summary>
    private SyntaxNode InList(StatementSyntax statement)
        => Syntax.Parent is not GlobalStatementSyntax member ? statement
            : statement == Syntax ? member
            : SyntaxFactory.GlobalStatement(statement);

    private static SyntaxNode InPlace(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax member ? member : statement;
}
