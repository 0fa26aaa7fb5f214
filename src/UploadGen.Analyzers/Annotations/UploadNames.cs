using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.Analyzers.Annotations;

/// <summary>
/// The names without which code can neither open an upload nor read a presigned URL: those of the annotated methods and properties that it can see. Most code
/// of most projects has none of them in its text, and isn't bound to be looked at.
/// </summary>
internal sealed class UploadNames
{
    private const string Creates = "CreatesUpload";
    private const string Url = "PresignedUrl";

    // A generated file says so at its beginning.
    private const int HeadLength = 300;

    // A parameter that is a URL has its annotation in the text itself.
    private readonly HashSet<string> _names = new([Url], StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SyntaxTree, bool> _known = new();
    private bool _isAny;

    private UploadNames()
    {
    }

    /// <summary>Finds the names in the code of a compilation, and in the assemblies that it refers to and that can have annotations.</summary>
    public static UploadNames Find(Compilation compilation, IEnumerable<IAssemblySymbol> annotated, CancellationToken cancellationToken)
    {
        var names = new UploadNames();
        names.AddFrom(compilation.SyntaxTrees, cancellationToken);
        foreach (var assembly in annotated.Where(assembly => !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)))
        {
            names.AddFrom(compilation.GetMetadataReference(assembly), cancellationToken);
        }

        return names;
    }

    /// <summary>Is one of the names in code that people wrote?</summary>
    public bool AreUsed(Compilation compilation, CancellationToken cancellationToken)
        => compilation.SyntaxTrees.Any(tree => MayBeIn(tree, cancellationToken) && !IsGenerated(tree.GetText(cancellationToken).ToString()));

    /// <summary>Is one of the names in a file?</summary>
    public bool MayBeIn(SyntaxTree tree, CancellationToken cancellationToken)
        => _isAny || _known.GetOrAdd(tree, one => MayBeIn(one.GetText(cancellationToken).ToString(), 0, one.Length));

    /// <summary>Is one of the names in a part of a file?</summary>
    public bool MayBeIn(SyntaxNode node, CancellationToken cancellationToken)
        => MayBeIn(node.SyntaxTree, cancellationToken)
            && (_isAny || MayBeIn(node.SyntaxTree.GetText(cancellationToken).ToString(), node.SpanStart, node.Span.Length));

    private bool MayBeIn(string text, int start, int length)
    {
        foreach (var name in _names)
        {
            if (text.IndexOf(name, start, length, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void AddFrom(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        foreach (var tree in trees)
        {
            var text = tree.GetText(cancellationToken).ToString();
            if (Contains(text, Creates) || Contains(text, Url))
            {
                AddFrom(tree.GetRoot(cancellationToken), IsGenerated(text));
            }
        }
    }

    private void AddFrom(SyntaxNode root, bool isGenerated)
    {
        // Generated code has no local functions with annotations.
        foreach (var node in root.DescendantNodes(node => !isGenerated || IsDeclaring(node)))
        {
            switch (node)
            {
                case UsingDirectiveSyntax { Alias: not null } alias when IsOneOf(alias.Name):
                    _isAny = true;
                    break;
                case MethodDeclarationSyntax method when IsAnnotated(method.AttributeLists):
                    _names.Add(method.Identifier.ValueText);
                    break;
                case LocalFunctionStatementSyntax function when IsAnnotated(function.AttributeLists):
                    _names.Add(function.Identifier.ValueText);
                    break;
                case PropertyDeclarationSyntax property when IsAnnotated(property.AttributeLists):
                    _names.Add(property.Identifier.ValueText);
                    break;
                case ParameterSyntax parameter when IsAnnotated(parameter.AttributeLists):
                    _names.Add(parameter.Identifier.ValueText);
                    break;
            }
        }
    }

    private static bool IsDeclaring(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static bool IsAnnotated(SyntaxList<AttributeListSyntax> lists) => lists.Any(list => list.Attributes.Any(attribute => IsOneOf(attribute.Name)));

    private static bool IsOneOf(NameSyntax? name)
    {
        var last = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax qualified => qualified.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return last?.Identifier.ValueText is Creates or Url or Creates + "Attribute" or Url + "Attribute";
    }

    private void AddFrom(MetadataReference? reference, CancellationToken cancellationToken)
    {
        switch (reference)
        {
            case PortableExecutableReference file when AnnotatedMembers.NamesIn(file, [Creates + "Attribute", Url + "Attribute"]) is { } names:
                _names.UnionWith(names);
                break;
            case CompilationReference project:
                AddFrom(project.Compilation.SyntaxTrees, cancellationToken);
                break;
            default:
                _isAny = true;
                break;
        }
    }

    private static bool IsGenerated(string text)
        => text.IndexOf("<auto-generated", 0, Math.Min(text.Length, HeadLength), StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool Contains(string text, string name) => text.IndexOf(name, StringComparison.Ordinal) >= 0;
}
