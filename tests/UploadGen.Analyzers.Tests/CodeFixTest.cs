using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace UploadGen.Analyzers.Tests;

/// <summary>Applies the fix of a rule to source text, as an editor would: one diagnostic after the other, and all at once.</summary>
internal static class CodeFixTest
{
    /// <summary>Checks a method body before and after, and the title under which the fix is offered.</summary>
    public static Task VerifyBodyAsync(CodeFixProvider fix, string title, string before, string after)
        => VerifyAsync(fix, title, Open(TestClient.Method(before)), TestClient.Method(after));

    /// <summary>The same for a body that uses the clients which the generator makes.</summary>
    public static Task VerifyGeneratedBodyAsync(CodeFixProvider fix, string title, string before, string after)
        => VerifyAsync(fix, title, OpenGenerated(GeneratedClients.Method(before)), GeneratedClients.Method(after));

    /// <summary>Checks whole source text before and after.</summary>
    public static async Task VerifyAsync(CodeFixProvider fix, string before, string after, OutputKind output)
    {
        var document = Open(before, output);
        Assert.Equal(after, await TextAsync(await ApplyAsync(Assert.Single(await ActionsAsync(fix, document)), document)));
    }

    /// <summary>Checks whole source text that uses the clients which the generator makes.</summary>
    public static async Task VerifyGeneratedAsync(CodeFixProvider fix, string before, string after, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
    {
        var document = OpenGenerated(before, output);
        Assert.Equal(after, await TextAsync(await ApplyAsync(Assert.Single(await ActionsAsync(fix, document)), document)));
    }

    /// <summary>Checks that the rule reports the body, and no fix is offered.</summary>
    public static Task VerifyNoneOfferedAsync(CodeFixProvider fix, string body) => VerifyNoneOfferedAsync(fix, Open(TestClient.Method(body)));

    /// <summary>The same for a body that uses the clients which the generator makes.</summary>
    public static Task VerifyNoneOfferedGeneratedAsync(CodeFixProvider fix, string body) => VerifyNoneOfferedAsync(fix, OpenGenerated(GeneratedClients.Method(body)));

    /// <summary>Checks whole source text in which the rule reports several mistakes, all fixed at once; none is fixed where the text stays the same.</summary>
    public static async Task VerifyAllAsync(CodeFixProvider fix, string before, string after)
    {
        var document = Open(before);
        Assert.NotEmpty(await DiagnosticsAsync(fix, document));
        Assert.Equal(after == before, (await ActionsAsync(fix, document)).Count == 0);
        Assert.Equal(after, after == before ? before : await TextAsync(await FixAllAsync(fix, document)));
    }

    private static async Task VerifyAsync(CodeFixProvider fix, string title, Document document, string expected)
    {
        Assert.Equal(expected, await TextAsync(await FixAllAsync(fix, document)));
        while (await ActionsAsync(fix, document) is [var first, ..])
        {
            Assert.Equal(title, first.Title);
            document = await ApplyAsync(first, document);
        }

        Assert.Equal(expected, await TextAsync(document));
        Assert.Empty(await DiagnosticsAsync(fix, document));
    }

    private static async Task VerifyNoneOfferedAsync(CodeFixProvider fix, Document document)
    {
        Assert.NotEmpty(await DiagnosticsAsync(fix, document));
        Assert.Empty(await ActionsAsync(fix, document));
    }

    private static Document Open(string source, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
        => Open(AnalyzerTest.Compile("", output)).AddDocument("Client.cs", SourceText.From(TestClient.Source)).Project.AddDocument("Test.cs", SourceText.From(source));

    private static Document OpenGenerated(string source, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
        => Open(AnalyzerTest.CompileGenerated("", output)).AddDocument("Test.cs", SourceText.From(source));

    private static Project Open(Compilation compilation) => new AdhocWorkspace().AddProject("Tests", LanguageNames.CSharp)
        .WithCompilationOptions(compilation.Options)
        .WithParseOptions(compilation.SyntaxTrees.First().Options)
        .WithMetadataReferences(compilation.References);

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(CodeFixProvider fix, Document document)
    {
        var compilation = await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(compilation!.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var found = await AnalyzerTest.AnalyzeAsync(compilation);
        return [.. found.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static async Task<List<CodeAction>> ActionsAsync(CodeFixProvider fix, Document document)
    {
        var actions = new List<CodeAction>();
        foreach (var diagnostic in await DiagnosticsAsync(fix, document))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }

        return actions;
    }

    private static async Task<Document> FixAllAsync(CodeFixProvider fix, Document document)
    {
        var diagnostics = await DiagnosticsAsync(fix, document);
        var context = new FixAllContext(
            document, fix, FixAllScope.Document, fix.FixableDiagnosticIds[0], fix.FixableDiagnosticIds, new Known(diagnostics), TestContext.Current.CancellationToken);
        return await ApplyAsync((await fix.GetFixAllProvider()!.GetFixAsync(context))!, document);
    }

    private static async Task<Document> ApplyAsync(CodeAction action, Document document)
    {
        var operation = (await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>().Single();
        return operation.ChangedSolution.GetDocument(document.Id)!;
    }

    private static async Task<string> TextAsync(Document document) => (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
