using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace UploadGen.CodeFixes;

/// <summary>
/// UPG113: names the converter of a generated type on a half that System.Text.Json's generator sees. A type without such a half gets one, in the context's
/// file.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DeclareConverterFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("UPG113");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new AllTypes();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (HandWrittenHalf.Find(diagnostic) is { } half)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Name the converter of '{half.Name}' where System.Text.Json sees it",
                        cancellationToken => half.DeclareAsync(context.Document, cancellationToken),
                        diagnostic.Id),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Several places may lack one type, and several halves come to the end of one file: so the types are taken one after the other.</summary>
    private sealed class AllTypes : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var places = await FindAsync(fixAllContext).ConfigureAwait(false);
            return places.Count == 0
                ? null
                : CodeAction.Create(
                    "Name the converters where System.Text.Json sees them",
                    cancellationToken => DeclareAsync(fixAllContext.Solution, places, cancellationToken),
                    fixAllContext.CodeActionEquivalenceKey);
        }

        /// <summary>The types of each project, and a document of the project that lacks them.</summary>
        private static async Task<List<(HandWrittenHalf Half, DocumentId Document)>> FindAsync(FixAllContext context)
        {
            var places = new List<(HandWrittenHalf, DocumentId)>();
            foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
            {
                var diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                    ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                    : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
                places.AddRange(
                    from diagnostic in diagnostics
                    let half = HandWrittenHalf.Find(diagnostic)
                    let lacking = project.GetDocument(diagnostic.Location.SourceTree)
                    where half is not null && lacking is not null
                    orderby lacking.FilePath ?? lacking.Name
                    group (half, lacking.Id) by half.FullName into type
                    select type.First());
            }

            return places;
        }

        private static async Task<Solution> DeclareAsync(
            Solution solution, List<(HandWrittenHalf Half, DocumentId Document)> places, CancellationToken cancellationToken)
        {
            foreach (var (half, document) in places)
            {
                solution = await half.DeclareAsync(solution.GetDocument(document)!, cancellationToken).ConfigureAwait(false);
            }

            return solution;
        }
    }
}
