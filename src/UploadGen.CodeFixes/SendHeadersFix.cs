using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes;

/// <summary>UPG108: adds each header of the session to the message, or to its content if it is a content header. A call without a message gets one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SendHeadersFix : UploadFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("UPG108");

    private protected override string TitleOf(Diagnostic diagnostic) => $"Send the headers in '{diagnostic.Properties[FixProperties.HeadersMember]}'";

    private protected override SyntaxNode? Fix(SyntaxNode root, StepStatement statement, SemanticModel model, Diagnostic diagnostic)
    {
        var name = diagnostic.Properties[FixProperties.HeadersMember]!;
        if (!statement.DoesTheCallFirst
            || statement.Call.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } called
            || UrlIn(statement.Syntax, model) is not { } url
            || model.GetSymbolInfo(url.Expression).Symbol is not { } session
            || SessionSymbols.MemberOf(session, name) is not { NullableAnnotation: not NullableAnnotation.Annotated })
        {
            return null;
        }

        var headers = $"{url.Expression}.{name}";
        var arguments = statement.Call.ArgumentList.Arguments;
        return called.Name.Identifier.ValueText switch
        {
            "SendAsync" when MessageIn(arguments, statement, url, model) is { } message => statement.InsertBefore(root, Loop(headers, message)),
            "PutAsync" when IsUrlAndContent(arguments, url) => statement.InsertBefore(
                root,
                [$"var message = new HttpRequestMessage(HttpMethod.Put, {url}) {{ Content = {arguments[1].Expression} }};", Loop(headers, "message")],
                WithMessage(statement.Call, called)),
            _ => null,
        };
    }

    private static bool IsUrlAndContent(SeparatedSyntaxList<ArgumentSyntax> arguments, MemberAccessExpressionSyntax url)
        => arguments.Count is 2 or 3 && arguments.All(argument => argument.NameColon is null) && arguments[0].Expression == url;

    /// <summary>The only place in the statement's function that reads a presigned URL, if it reads it from a variable: <c>session.UploadUrl</c>.</summary>
    private static MemberAccessExpressionSyntax? UrlIn(StatementSyntax statement, SemanticModel model)
    {
        var urls = FunctionOf(statement).DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(member => model.GetSymbolInfo(member).Symbol is IPropertySymbol property && property.IsPresignedUrl())
            .ToList();
        return urls.Count == 1
            && urls[0].Expression is IdentifierNameSyntax variable
            && model.GetSymbolInfo(variable).Symbol is ILocalSymbol or IParameterSymbol
                ? urls[0]
                : null;
    }

    private static SyntaxNode FunctionOf(StatementSyntax statement)
        => statement.Ancestors().First(ancestor => ancestor is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
            or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax);

    /// <summary>The variable with the message, if the message is made for the URL in the same list of statements.</summary>
    private static string? MessageIn(
        SeparatedSyntaxList<ArgumentSyntax> arguments, StepStatement statement, MemberAccessExpressionSyntax url, SemanticModel model)
        => arguments.Count > 0 && arguments[0].Expression is IdentifierNameSyntax message && model.GetSymbolInfo(message).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.Any(declaration => declaration.Span.Contains(url.Span) && statement.IsBeside(declaration.GetSyntax()))
                ? message.Identifier.Text
                : null;

    private static string Loop(string headers, string message) => $$"""
        foreach (var (name, value) in {{headers}})
        {
            if (!{{message}}.Headers.TryAddWithoutValidation(name, value))
            {
                {{message}}.Content?.Headers.Remove(name);
                {{message}}.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }
        """;

    private static InvocationExpressionSyntax WithMessage(InvocationExpressionSyntax call, MemberAccessExpressionSyntax called)
        => call
            .WithExpression(called.WithName(SyntaxFactory.IdentifierName("SendAsync")))
            .WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(
                call.ArgumentList.Arguments.Skip(2).Prepend(SyntaxFactory.Argument(SyntaxFactory.IdentifierName("message"))),
                call.ArgumentList.Arguments.GetSeparators().Skip(1))));
}
