using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Analyzers.Rules;

namespace UploadGen.CodeFixes;

/// <summary>The half of a generated type that is, or isn't yet, written by hand.</summary>
internal sealed class HandWrittenHalf
{
    private readonly string _keywords;

    private HandWrittenHalf(string fullName, string keywords)
    {
        FullName = fullName;
        _keywords = keywords;
    }

    /// <summary>The type's name with its namespace.</summary>
    public string FullName { get; }

    /// <summary>The type's name.</summary>
    public string Name => FullName.Substring(FullName.LastIndexOf('.') + 1);

    private string Namespace => string.Join(".", FullName.Substring(0, FullName.LastIndexOf('.')).Split('.').Select(Escape));

    /// <summary>The half that a diagnostic asks for.</summary>
    public static HandWrittenHalf? Find(Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(FixProperties.UnseenType, out var type)
            && diagnostic.Properties.TryGetValue(FixProperties.UnseenKeywords, out var keywords)
            ? new HandWrittenHalf(type!, keywords!)
            : null;

    /// <summary>The solution with the converter named on the half. Where there is none, it comes into a file beside that of the context.</summary>
    public async Task<Solution> DeclareAsync(Document context, CancellationToken cancellationToken)
    {
        var compilation = await context.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        var written = compilation?.GetTypeByMetadataName(FullName)?.DeclaringSyntaxReferences
            .Where(declaration => !GeneratedFile.Is(declaration.SyntaxTree.FilePath))
            .OrderBy(declaration => declaration.SyntaxTree.FilePath, StringComparer.Ordinal)
            .Select(declaration => (Document: context.Project.GetDocument(declaration.SyntaxTree), Declaration: declaration))
            .FirstOrDefault(half => half.Document is not null);
        if (written is not { Document: { } document, Declaration: { } reference })
        {
            return await AddFileAsync(context, cancellationToken).ConfigureAwait(false);
        }

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var half = (TypeDeclarationSyntax)await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(half, WithAttribute(half))).Project.Solution;
    }

    /// <summary>The names are written in full, and what the file imports is taken off them.</summary>
    private TypeDeclarationSyntax WithAttribute(TypeDeclarationSyntax half)
    {
        var text = $"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::UploadGen.Core.JsonModelConverter<{Name}>))] class C {{ }}";
        var attribute = ((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(text)!).AttributeLists[0]
            .WithLeadingTrivia(half.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        var rest = half.WithLeadingTrivia(half.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        return (TypeDeclarationSyntax)rest.WithAttributeLists(rest.AttributeLists.Insert(0, attribute));
    }

    private async Task<Solution> AddFileAsync(Document context, CancellationToken cancellationToken)
    {
        var source = await context.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var text = $$"""
            using System.Text.Json.Serialization;
            using UploadGen.Core;

            namespace {{Namespace}};

            [JsonConverter(typeof(JsonModelConverter<{{Name}}>))]
            partial {{_keywords}} {{Name}};

            """.Replace("\r\n", "\n");
        var name = FreeName(context);
        var path = context.FilePath is { Length: > 0 } own ? own.Substring(0, own.Length - OwnName(own).Length) + name : null;
        return context.Project
            .AddDocument(name, SourceText.From(source.ToString().Contains("\r\n") ? text.Replace("\n", "\r\n") : text, source.Encoding), context.Folders, path)
            .Project.Solution;
    }

    /// <summary>The type's name is that of its file, unless there is one.</summary>
    private string FreeName(Document context)
    {
        var taken = new HashSet<string>(
            context.Project.Documents.Where(document => document.Folders.SequenceEqual(context.Folders)).Select(document => document.Name),
            StringComparer.OrdinalIgnoreCase);
        var more = Enumerable.Range(2, taken.Count).Select(number => $"{Name}.Json{number}.cs");
        return new[] { $"{Name}.cs", $"{Name}.Json.cs" }.Concat(more).First(name => !taken.Contains(name));
    }

    private static string OwnName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static string Escape(string identifier) => SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;
}
