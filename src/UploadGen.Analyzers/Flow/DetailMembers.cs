using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// Members that tell nothing of what became of a file: the parts of its URL, the method that it is sent by, the limit of its size, the time when its session
/// ends. A count of the bytes that have arrived, a status or a URL that is missing does tell.
/// </summary>
internal static class DetailMembers
{
    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "Size", "Bytes", "Length", "Limit", "Max", "Maximum", "Min", "Minimum", "Allowed", "In", "File", "Content", "Part", "Chunk", "Total",
    };

    /// <summary>Is it such a member of a session?</summary>
    public static bool IsDetail(IPropertySymbol property)
    {
        var type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : property.Type;
        var words = NameWords.Of(property.Name);
        return words.Last() is "Method" or "Verb"
            || (IsNumber(type) && words.All(Measures.Contains))
            // A time that may be missing is one at which something has happened.
            || (IsTime(type) && SymbolEqualityComparer.Default.Equals(type, property.Type));
    }

    /// <summary>Is it a part of a URL that says where storage is? The path says which file, and the query is what signs it.</summary>
    public static bool IsPartOfUrl(IPropertySymbol property)
        => UrlMembers.IsUrlType(property.ContainingType)
            && property.Name is not ("AbsolutePath" or "Fragment" or "LocalPath" or "Password" or "Path" or "PathAndQuery" or "Query" or "Segments")
            && property.Name != "UserInfo";

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool IsTime(ITypeSymbol type)
        => type.Name is "DateTime" or "DateTimeOffset" or "TimeSpan" or "DateOnly" && ReadingMembers.IsIn(type, "System");
}
