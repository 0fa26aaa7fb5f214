using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace UploadGen.CodeFixes;

/// <summary>Declares types in a file, in whatever namespace.</summary>
internal sealed class NamespaceMembers
{
    private readonly CompilationUnitSyntax _file;
    private readonly SyntaxTrivia _line;

    /// <param name="file">The file as it is.</param>
    public NamespaceMembers(CompilationUnitSyntax file)
    {
        _file = file;
        _line = SyntaxFactory.EndOfLine(file.ToFullString().Contains("\r\n") ? "\r\n" : "\n");
    }

    /// <summary>The file with a type at the end of a namespace.</summary>
    public CompilationUnitSyntax Add(MemberDeclarationSyntax type, string name)
    {
        var declared = _file.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseNamespaceDeclarationSyntax>();
        if (declared.FirstOrDefault(space => FullName(space) == name.Replace("@", "")) is { } own)
        {
            var isEmpty = own.Members.Count == 0 && own is NamespaceDeclarationSyntax;
            return _file.ReplaceNode(own, own.WithMembers(EndingInLine(own.Members).Add(Separated(type, isEmpty))));
        }

        var file = _file.Members.OfType<FileScopedNamespaceDeclarationSyntax>().FirstOrDefault() is { } whole ? _file.ReplaceNode(whole, Block(whole)) : _file;
        var space = SyntaxFactory.NamespaceDeclaration(SyntaxFactory.ParseName(name).WithTrailingTrivia(_line))
            .WithNamespaceKeyword(SyntaxFactory.Token(SyntaxKind.NamespaceKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(_line))
            .WithMembers(SyntaxFactory.SingletonList(type.WithTrailingTrivia(_line)))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
        var added = Separated(space, isFirst: file.Members.Count == 0).WithAdditionalAnnotations(Formatter.Annotation);
        return file.WithMembers(EndingInLine(file.Members).Add(added));
    }

    /// <summary>A namespace of a whole file leaves no place for another in it. So it gets braces.</summary>
    private NamespaceDeclarationSyntax Block(FileScopedNamespaceDeclarationSyntax whole)
    {
        var block = SyntaxFactory.NamespaceDeclaration(
            whole.AttributeLists,
            whole.Modifiers,
            whole.NamespaceKeyword,
            whole.Name.WithTrailingTrivia(_line),
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(whole.SemicolonToken.TrailingTrivia),
            whole.Externs,
            whole.Usings,
            EndingInLine(whole.Members),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken),
            default);
        var first = block.OpenBraceToken.GetNextToken();
        return block
            .ReplaceToken(first, first.WithLeadingTrivia(first.LeadingTrivia.SkipWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private T Separated<T>(T member, bool isFirst)
        where T : MemberDeclarationSyntax
        => (T)(isFirst ? member : member.WithLeadingTrivia(member.GetLeadingTrivia().Insert(0, _line))).WithTrailingTrivia(_line);

    /// <summary>The last line of a file may have no end.</summary>
    private SyntaxList<MemberDeclarationSyntax> EndingInLine(SyntaxList<MemberDeclarationSyntax> members)
        => members.Count == 0 || members.Last().GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            ? members
            : members.Replace(members.Last(), members.Last().WithTrailingTrivia(members.Last().GetTrailingTrivia().Add(_line)));

    private static string FullName(BaseNamespaceDeclarationSyntax space)
        => string.Join(".", space.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(part => part.Name.ToString().Replace("@", "")));
}
