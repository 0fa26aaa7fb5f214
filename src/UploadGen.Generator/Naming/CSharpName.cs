using Microsoft.CodeAnalysis.CSharp;

namespace UploadGen.Generator.Naming;

/// <summary>Turns names of the document into C# identifiers that a person would have written.</summary>
internal static class CSharpName
{
    private const int MaxTypeName = 120;

    /// <summary>A type, method or property name: <c>size_bytes</c> becomes <c>SizeBytes</c>.</summary>
    /// <param name="name">The document's name.</param>
    /// <param name="fallback">What a name without a letter or digit is called, or a name that begins with a digit begins with.</param>
    public static string Pascal(string name, string fallback)
    {
        var words = NameWords.Split(IsSignedNumber(name) ? NameWords.SpellSymbols(name) : name);
        if (words.Count == 0)
        {
            words = NameWords.Split(NameWords.SpellSymbols(name));
        }

        var text = NameWords.Pascal(words);
        return text.Length == 0 ? fallback : char.IsDigit(text[0]) ? fallback + text : text;
    }

    /// <summary>Like <see cref="Pascal"/>, with every symbol spelled out: for names that differ in nothing else.</summary>
    public static string PascalWithSymbols(string name, string fallback) => Pascal(NameWords.SpellSymbols(name), fallback);

    /// <summary>A type name no longer than a file name may be beside a namespace.</summary>
    public static string Bounded(string pascal) => pascal.Length <= MaxTypeName ? pascal : pascal.Substring(0, MaxTypeName);

    /// <summary>A parameter or local name: <c>SizeBytes</c> becomes <c>sizeBytes</c>; a keyword gets its <c>@</c>.</summary>
    public static string Camel(string pascal)
    {
        var text = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return IsKeyword(text) ? "@" + text : text;
    }

    /// <summary>Contextual keywords need no <c>@</c> where a parameter or local is named.</summary>
    private static bool IsKeyword(string text) => SyntaxFacts.GetKeywordKind(text) != SyntaxKind.None || text == "await";

    private static bool IsSignedNumber(string name) => name.Length > 1 && name[0] is '+' or '-' && char.IsDigit(name[1]);
}
