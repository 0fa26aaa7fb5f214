using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UploadGen.Analyzers.Tests.Robustness;

/// <summary>Every analyzer over the code of this repository: it has no mistake to report, whole or cut off in the middle.</summary>
public sealed class OwnSourcesTests
{
    private const int Step = 50;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """,
        Parse);

    [Theory]
    [InlineData("src/UploadGen")]
    [InlineData("src/UploadGen.Generator")]
    [InlineData("src/UploadGen.Analyzers")]
    [InlineData("src/UploadGen.CodeFixes")]
    [InlineData("samples/UploadServer")]
    public async Task Sources_of(string folder)
        => Assert.Empty(await AnalyzerTest.AnalyzeAsync(AnalyzerTest.Compile("").RemoveAllSyntaxTrees().AddSyntaxTrees([Usings, .. Trees(folder)])));

    [Fact]
    public async Task The_quickstart_and_the_clients_it_uses()
    {
        var compilation = WithClients(Trees("samples/Quickstart"));
        Assert.NotNull(compilation.GetTypeByMetadataName("Quickstart.Runflow.RunflowClient"));
        Assert.Empty(await AnalyzerTest.AnalyzeAsync(compilation));
    }

    [Fact]
    public async Task The_quickstart_half_typed()
    {
        var compilation = WithClients(Trees("samples/Quickstart"));
        var tree = compilation.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == "RunflowFlow.cs");
        var text = (await tree.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        for (var length = 0; length < text.Length; length += Step)
        {
            var halfTyped = CSharpSyntaxTree.ParseText(text[..length], Parse, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(await AnalyzerTest.AnalyzeAsync(compilation.ReplaceSyntaxTree(tree, halfTyped)));
        }
    }

    private static CSharpCompilation WithClients(IEnumerable<SyntaxTree> sources)
    {
        var compilation = AnalyzerTest.Compile("").RemoveAllSyntaxTrees().AddSyntaxTrees([Usings, .. sources]);
        return compilation.AddSyntaxTrees(GeneratedClients.Trees("Quickstart", compilation));
    }

    private static List<SyntaxTree> Trees(string folder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (SyntaxTree)CSharpSyntaxTree.ParseText(File.ReadAllText(file), Parse, file))
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }
}
