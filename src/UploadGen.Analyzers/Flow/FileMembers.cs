using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>Members of <c>System.IO</c> that open a file for writing.</summary>
internal static class FileMembers
{
    /// <summary>Does an instance of the type write to a file, if it was made with a path or with a file that is open?</summary>
    public static bool IsWriter(ITypeSymbol? type) => type is { Name: "FileStream" or "StreamWriter" } && ReadingMembers.IsIn(type, "System.IO");

    /// <summary>Does the call open a file?</summary>
    public static bool Opens(IMethodSymbol method)
        => method is { IsStatic: true, Name: "AppendText" or "Create" or "CreateText" or "Open" or "OpenWrite", ContainingType: { Name: "File" } type }
            && ReadingMembers.IsIn(type, "System.IO");

    /// <summary>Does the method write what it is given to a file that it is called on, or given, too?</summary>
    public static bool Writes(IMethodSymbol method)
        => method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name.StartsWith("Serialize", StringComparison.Ordinal);
}
