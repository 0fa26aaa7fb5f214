using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes;

/// <summary>UPG105: replaces a number that is written out and beyond a limit by the limit. Computed values, named constants and texts have no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ClampNumberFix : CodeFixProvider
{
    private static readonly string[] Suffixes = ["ul", "lu", "u", "l", "f", "d", "m"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("UPG105");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
                && LiteralOf(expression) is { } literal
                && diagnostic.Properties.TryGetValue(FixProperties.Nearest, out var nearest)
                && Write(nearest!, literal.Token.Text, literal.Token.Value!) is { } text)
            {
                var document = context.Document.WithSyntaxRoot(root.ReplaceNode(expression, SyntaxFactory.ParseExpression(text).WithTriviaFrom(expression)));
                context.RegisterCodeFix(CodeAction.Create($"Use the limit: {text}", _ => Task.FromResult(document), diagnostic.Id), diagnostic);
            }
        }
    }

    /// <summary>A number written out, with its sign.</summary>
    private static LiteralExpressionSyntax? LiteralOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NumericLiteralExpression) => literal,
        PrefixUnaryExpressionSyntax sign when sign.IsKind(SyntaxKind.UnaryMinusExpression) || sign.IsKind(SyntaxKind.UnaryPlusExpression)
            => LiteralOf(sign.Operand),
        _ => null,
    };

    /// <summary>The number, written as the literal that it replaces is; null if the literal's type can't hold it.</summary>
    private static string? Write(string number, string literal, object value)
    {
        if (literal.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || literal.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var known = Suffixes.FirstOrDefault(suffix => literal.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) ?? "";
        var suffix = literal.Substring(literal.Length - known.Length);
        var isWhole = !number.Contains(".");
        if (value is double or float or decimal)
        {
            return (isWhole && suffix.Length == 0 ? number + ".0" : number) + suffix;
        }

        return !isWhole || (number[0] == '-' && value is uint or ulong) ? null : (literal.Contains("_") ? Grouped(number) : number) + suffix;
    }

    private static string Grouped(string number)
        => decimal.Parse(number, CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_');
}
