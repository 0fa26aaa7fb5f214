using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.Generator.Tests.HostileStrings;

/// <summary>Documents come from elsewhere. No string in one becomes code.</summary>
public class HostileDocumentTests
{
    public static TheoryData<string> Strings => [.. Hostile.Strings];

    public static TheoryData<string> LoneSurrogates => [.. Hostile.LoneSurrogates];

    [Theory]
    [MemberData(nameof(Strings))]
    public void A_string_reaches_the_wire_as_it_is_and_becomes_nothing_else(string value)
    {
        var run = GeneratorRun.Of(Hostile.Document(value)).AssertCompiles();

        var literals = Literals(run);
        Assert.Contains(value, literals);
        Assert.Contains("n" + value, literals);
        Assert.Contains("/" + value, literals);
        AssertNothingInjected(run);
    }

    [Theory]
    [MemberData(nameof(LoneSurrogates))]
    public void Half_a_character_breaks_nothing(string value) => AssertNothingInjected(GeneratorRun.Of(Hostile.Document(value)).AssertCompiles());

    [Theory]
    [MemberData(nameof(LoneSurrogates))]
    public void Half_a_character_in_a_description_costs_nothing_but_itself(string value)
    {
        var run = GeneratorRun.Of(
            Spec.Schemas($$""" "Album": { "type": "object", "description": {{Spec.Json(value)}}, "properties": { "title": { "type": "string" } } } """));

        Assert.Contains("Shop.Api.Album.g.cs", run.AssertCompiles().Files.Keys);
    }

    [Fact]
    public void Names_without_end_become_names_with_one()
    {
        var name = new string('x', 10_000);
        var run = GeneratorRun.Of(Hostile.Document(name)).AssertCompiles();

        Assert.Contains(name, Literals(run));
        Assert.All(
            run.Result.GeneratedSources,
            source => Assert.True(source.HintName.Length <= 255, $"A file name has at most 255 characters, this one {source.HintName.Length}."));
    }

    [Fact]
    public void A_file_name_is_no_way_in_either()
    {
        var run = GeneratorRun.Of(Spec.Document("{}"), path: "C:\\a b\\x\"; class Evil { } //\n.json").AssertCompiles();

        AssertNothingInjected(run);
        Assert.Equal(2, run.Files.Count);
    }

    /// <summary>All that was declared was asked for: no type called Evil, no initializer, no code in a directive or comment.</summary>
    private static void AssertNothingInjected(GeneratorRun run)
    {
        foreach (var tree in run.Result.GeneratedSources.Select(source => source.SyntaxTree))
        {
            var root = tree.GetRoot(TestContext.Current.CancellationToken);
            var types = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.ValueText).ToList();
            Assert.Single(types);
            Assert.NotEqual("Evil", types[0]);
            Assert.DoesNotContain(
                root.DescendantNodes().OfType<AttributeSyntax>(),
                attribute => attribute.Name.ToString().Contains("ModuleInitializer", StringComparison.Ordinal));
            Assert.DoesNotContain(
                root.DescendantNodes(descendIntoTrivia: true), node => node is XmlNameSyntax { LocalName.ValueText: "evil" } or ErrorDirectiveTriviaSyntax);
            Assert.DoesNotContain(root.DescendantTokens(), token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "Console" or "Exit");
        }
    }

    private static HashSet<string> Literals(GeneratorRun run)
        => run.Result.GeneratedSources
            .SelectMany(source => source.SyntaxTree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.Utf8StringLiteralToken))
            .Select(token => token.ValueText)
            .ToHashSet(StringComparer.Ordinal);
}
