using Microsoft.CodeAnalysis;

namespace UploadGen.Contexts;

/// <summary>A type that was looked for, and how a context of System.Text.Json comes to it.</summary>
internal sealed class FoundType(INamedTypeSymbol type)
{
    public INamedTypeSymbol Type { get; } = type;

    /// <summary>
    /// Whether an array, a generic type or a nullable of it is written. System.Text.Json's generator then declares members with the type's name in them,
    /// which don't compile if it doesn't know the type.
    /// </summary>
    public bool IsPart { get; private set; }

    /// <summary>Whether its name alone counts, as something that the context knows converts it wherever it stands.</summary>
    public bool IsOnlyNamed { get; private set; } = true;

    /// <summary>The member that holds it, <c>Own.Items</c>; null where the context names it itself.</summary>
    public string? Holder { get; private set; }

    public void Add(bool isPart, bool isOnlyNamed, string? holder)
    {
        Holder = IsOnlyNamed && !isOnlyNamed ? holder : Holder ?? holder;
        IsPart |= isPart;
        IsOnlyNamed &= isOnlyNamed;
    }
}
