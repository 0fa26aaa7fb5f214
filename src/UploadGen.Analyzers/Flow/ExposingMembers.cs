using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>Methods of the framework that write a text to a log or a file.</summary>
internal static class ExposingMembers
{
    /// <summary>What a method does with a text that it is given; null if the method is known neither to log nor to store it.</summary>
    public static ExposureKind? KindOf(IMethodSymbol method)
        => IsLog(method) ? ExposureKind.Logged
            : IsFile(method) ? ExposureKind.Stored
            : null;

    /// <summary>Does it log the values that it is given one by one, and the elements of collections with them?</summary>
    public static bool IsStructured(IMethodSymbol method) => method.ContainingType.ContainingNamespace?.ToDisplayString() == "Microsoft.Extensions.Logging";

    private static bool IsLog(IMethodSymbol method)
        => NameOf(method.ContainingType) switch
        {
            "System.Console" or "System.Diagnostics.Debug" or "System.Diagnostics.Trace" => StartsWith(method, "Write") || StartsWith(method, "Trace"),
            "Microsoft.Extensions.Logging.LoggerExtensions" => StartsWith(method, "Log"),
            _ => method.GetAttributes().Any(attribute => NameOf(attribute.AttributeClass) == "Microsoft.Extensions.Logging.LoggerMessageAttribute"),
        };

    private static bool IsFile(IMethodSymbol method)
        => (StartsWith(method, "WriteAll") || StartsWith(method, "AppendAll")) && NameOf(method.ContainingType) == "System.IO.File";

    private static bool StartsWith(IMethodSymbol method, string start) => method.Name.StartsWith(start, StringComparison.Ordinal);

    private static string? NameOf(INamedTypeSymbol? type) => type?.ToDisplayString();
}
