using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UploadGen.CodeFixes.Tests;

/// <summary>
/// Compares source text before and after a fix. Mistakes are marked, <c>{|UPG101:like this|}</c>. The whole text must match, whether the mistakes are fixed
/// one by one or all at once, and both texts must compile.
/// </summary>
/// <typeparam name="TAnalyzer">Finds the mistakes.</typeparam>
/// <typeparam name="TCodeFix">Fixes them.</typeparam>
internal static class CodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>The fix makes one text of the other.</summary>
    /// <param name="before">The source text with its mistakes marked.</param>
    /// <param name="after">The source text as it should be.</param>
    /// <param name="title">What an editor's menu calls the fix.</param>
    /// <param name="output">A program may have statements outside of a method.</param>
    public static Task VerifyAsync(string before, string after, string title, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
        => RunAsync(new()
        {
            TestState = { Sources = { before }, OutputKind = output },
            FixedState = { Sources = { after } },
            CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title),
        });

    /// <summary>The mistakes are reported, and no fix is offered.</summary>
    public static Task VerifyNoneOfferedAsync(string source) => RunAsync(new() { TestCode = source, FixedCode = source });

    /// <summary>
    /// Three classes have the same mistakes: two in documents of one project, the third in another project. Fixing all in a document takes a turn for each of
    /// the three, fixing all in a project one for each of the two, and fixing all in the solution one.
    /// </summary>
    /// <param name="before">The source text of a class of that name, with its mistakes marked.</param>
    /// <param name="after">The source text as it should be.</param>
    public static Task VerifyEverywhereAsync(Func<string, string> before, Func<string, string> after)
    {
        var test = new CodeFixTest<TAnalyzer, TCodeFix>
        {
            TestState = { Sources = { before("First"), before("Second") }, AdditionalProjects = { ["Other"] = { Sources = { before("Third") } } } },
            FixedState = { Sources = { after("First"), after("Second") }, AdditionalProjects = { ["Other"] = { Sources = { after("Third") } } } },
            NumberOfFixAllInDocumentIterations = 3,
            NumberOfFixAllInProjectIterations = 2,
            NumberOfFixAllIterations = 1,
        };
        return RunAsync(test);
    }

    private static Task RunAsync(CodeFixTest<TAnalyzer, TCodeFix> test) => test.RunAsync(TestContext.Current.CancellationToken);
}
