using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.Generator.Harness;

/// <summary>The operations that generated methods call, as the methods say it: <c>Request("id", HttpMethod.Post, "/path")</c>.</summary>
public static class GeneratedOperations
{
    public static HashSet<(string Method, string Path)> Of(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
        => trees
            .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes(node => node is not (PropertyDeclarationSyntax or AttributeListSyntax)))
            .OfType<InvocationExpressionSyntax>()
            .Where(call => call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Request" }, ArgumentList.Arguments.Count: >= 3 })
            .Select(call => (Method(call.ArgumentList.Arguments[1].Expression), Text(call.ArgumentList.Arguments[2].Expression)))
            .ToHashSet();

    /// <summary><c>HttpMethod.Post</c>, or <c>new HttpMethod("QUERY")</c>.</summary>
    private static string Method(ExpressionSyntax expression)
        => expression is MemberAccessExpressionSyntax member
            ? member.Name.Identifier.ValueText.ToUpperInvariant()
            : Text(((BaseObjectCreationExpressionSyntax)expression).ArgumentList!.Arguments[0].Expression);

    private static string Text(ExpressionSyntax expression) => ((LiteralExpressionSyntax)expression).Token.ValueText;
}
