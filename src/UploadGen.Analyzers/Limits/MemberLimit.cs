using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Limits;

/// <summary>A limit of a member, and the attribute that sets it.</summary>
internal sealed class MemberLimit(ILimit limit, INamedTypeSymbol attribute)
{
    private const string Suffix = "Attribute";

    public ILimit Limit { get; } = limit;

    /// <summary>The attribute as it is written in C#, without its suffix.</summary>
    public string Attribute { get; } = WithoutSuffix(attribute.Name);

    private static string WithoutSuffix(string name)
        => name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
}
