using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Limits;

/// <summary>A limit of a member, and where it comes from.</summary>
internal sealed class MemberLimit(ILimit limit, INamedTypeSymbol attribute)
{
    private const string Suffix = "Attribute";

    public ILimit Limit { get; } = limit;

    /// <summary>The attribute as it is written.</summary>
    public string Attribute { get; } = attribute.Name.EndsWith(Suffix, StringComparison.Ordinal) ? attribute.Name.Substring(0, attribute.Name.Length - Suffix.Length) : attribute.Name;
}
