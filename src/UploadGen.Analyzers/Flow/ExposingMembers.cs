using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>Members of the framework that write what they are given where others read it.</summary>
internal static class ExposingMembers
{
    /// <summary>What a method does with a text that it is given; null for one that isn't known to show or keep it.</summary>
    public static ExposureKind? KindOf(IMethodSymbol method)
        => IsLog(method) ? ExposureKind.Logged
            : IsFile(method) ? ExposureKind.Stored
            : null;

    private static bool IsLog(IMethodSymbol method)
        => NameOf(method.ContainingType) switch
        {
            "System.Console" or "System.Diagnostics.Debug" or "System.Diagnostics.Trace" => method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name.StartsWith("Trace", StringComparison.Ordinal),
            "Microsoft.Extensions.Logging.LoggerExtensions" => method.Name.StartsWith("Log", StringComparison.Ordinal),
            _ => method.GetAttributes().Any(attribute => NameOf(attribute.AttributeClass) == "Microsoft.Extensions.Logging.LoggerMessageAttribute"),
        };

    private static bool IsFile(IMethodSymbol method)
        => (method.Name.StartsWith("WriteAll", StringComparison.Ordinal) || method.Name.StartsWith("AppendAll", StringComparison.Ordinal))
            && NameOf(method.ContainingType) == "System.IO.File";

    private static string? NameOf(INamedTypeSymbol? type) => type?.ToDisplayString();
}
