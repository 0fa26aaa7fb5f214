using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UploadGen.Generator.Emission.Text;

namespace UploadGen.Generator.Tests.HostileStrings;

/// <summary>The compiler reads back what was meant, and nothing more.</summary>
public class CSharpTextTests
{
    public static TheoryData<string> Strings
        => [.. Hostile.Strings, "", "plain", "{0} {{1}}", "\0\a\b\f\v\u001b", "é\u0301", "\ufffe\uffff", "%s $\"{x}\" @\"y\" \"\"\"z\"\"\""];

    [Theory]
    [MemberData(nameof(Strings))]
    public void A_literal_has_the_strings_own_value(string value)
    {
        var literal = Parse(CSharpText.Literal(value));

        Assert.Equal(SyntaxKind.StringLiteralToken, literal.Kind());
        Assert.Equal(value, literal.ValueText);
    }

    [Theory]
    [MemberData(nameof(Strings))]
    public void A_UTF_8_literal_has_the_strings_value_as_UTF_8_can_say_it(string value)
    {
        var literal = Parse(CSharpText.Utf8Literal(value));

        Assert.Equal(SyntaxKind.Utf8StringLiteralToken, literal.Kind());
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(value), System.Text.Encoding.UTF8.GetBytes(literal.ValueText));
    }

    [Theory]
    [MemberData(nameof(Strings))]
    public void A_literal_is_one_line_of_characters_that_an_editor_shows(string value)
        => Assert.DoesNotContain(CSharpText.Literal(value), c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u202e' or '\ufeff');

    [Theory]
    [MemberData(nameof(Strings))]
    public void Text_in_a_documentation_element_stays_text(string value)
    {
        var xml = CSharpText.Xml(value);

        Assert.DoesNotContain(xml, c => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029');
        Assert.Empty(XElement.Parse($"<summary>{xml}</summary>").Elements());
    }

    private static SyntaxToken Parse(string text)
    {
        var expression = SyntaxFactory.ParseExpression(text, options: new CSharpParseOptions(LanguageVersion.CSharp12));
        Assert.Empty(expression.GetDiagnostics());
        return Assert.IsType<LiteralExpressionSyntax>(expression).Token;
    }
}
