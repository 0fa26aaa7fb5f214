using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// Methods that only read what they are given, of the framework by their type, and of others by what their names say. None of them PUTs or confirms
/// anything with an id that it is given.
/// </summary>
internal static class ReadingMembers
{
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "BitConverter", "Convert", "DateOnly", "DateTime", "DateTimeOffset", "Enum", "FormattableString", "Guid", "HashCode", "IComparable", "IEquatable",
        "IFormattable", "IParsable", "ISpanFormattable", "Int128", "Math", "MathF", "MemoryExtensions", "Nullable", "Object", "String", "StringComparer",
        "TimeOnly", "TimeSpan", "Type", "Uri", "ValueType", "Version",
    };

    private static readonly HashSet<string> Logs = new(StringComparer.Ordinal) { "Console", "Log", "Logger", "Logging", "Trace", "Tracer", "Tracing" };

    private static readonly HashSet<string> Levels = new(StringComparer.Ordinal)
    {
        "Critical", "Debug", "Error", "Fatal", "Info", "Information", "Log", "Print", "Trace", "Verbose", "Warn", "Warning", "Write",
    };

    private static readonly HashSet<string> Metrics = new(StringComparer.Ordinal) { "Metric", "Metrics", "Telemetry" };

    private static readonly HashSet<string> Assertions = new(StringComparer.Ordinal) { "Assert", "Assertion", "Assertions", "Assume" };

    private static readonly HashSet<string> Failures = new(StringComparer.Ordinal)
    {
        "Awaiting", "Exception", "Fail", "Fails", "Invoking", "Reject", "Rejects", "Throw", "Throws",
    };

    private static readonly HashSet<string> Guards = new(StringComparer.Ordinal) { "Contract", "Ensure", "Guard", "Requires" };

    /// <summary>What a method does with what it is given; null if it may do more than read it.</summary>
    public static Reading? KindOf(IMethodSymbol method)
    {
        if (method.ContainingType is not { TypeKind: not TypeKind.Delegate } type)
        {
            return IsLogDelegate(method) ? Reading.Shows : null;
        }

        return IsComparison(method) ? Reading.Compares
            : IsShown(method, type) ? Reading.Shows
            : IsCheck(method, type) ? Reading.Checks
            : IsSerialization(method, type) ? Reading.Serializes
            : IsComputation(method, type) ? Reading.Computes
            : null;
    }

    /// <summary>Does a type put a text together by calls, as a <c>StringBuilder</c> and what interpolated strings become do?</summary>
    public static bool IsTextBuilder(ITypeSymbol? type)
        => type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } }
            || type?.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal) == true;

    public static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "Exception" && IsIn(type, "System"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Does a type belong to the logs, traces or metrics of the framework?</summary>
    public static bool IsForShow(ITypeSymbol? type)
        => type?.ContainingNamespace?.ToDisplayString() is { } name
            && (name == "Microsoft.Extensions.Logging"
                || (name is "System.Diagnostics" or "System.Diagnostics.Metrics" && !type.Name.StartsWith("Process", StringComparison.Ordinal)));

    /// <summary>Is it a method of the console's writers?</summary>
    public static bool IsConsole(IOperation? instance)
        => instance is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType: { Name: "Console" } type } }
            && IsIn(type, "System");

    /// <summary>Is it the call of a delegate that logs, as <c>LoggerMessage.Define</c> gives?</summary>
    private static bool IsLogDelegate(IMethodSymbol method)
        => method is { MethodKind: MethodKind.DelegateInvoke, ReturnsVoid: true, Parameters: { Length: > 0 } parameters }
            && parameters[0].Type.Name == "ILogger";

    /// <summary>Does it belong to a namespace?</summary>
    public static bool IsIn(ITypeSymbol type, string name) => type.ContainingNamespace?.ToDisplayString() == name;

    /// <summary>Is a call with this name, or on this type, one that a test expects to fail?</summary>
    public static bool ExpectsFailure(IMethodSymbol method)
        => IsCheck(method, method.ContainingType) || NameWords.Of(method.Name).Any(Failures.Contains);

    /// <summary>Is it an assertion of a test?</summary>
    public static bool IsAssertion(IMethodSymbol method)
        => NameWords.Of(method.ContainingType.Name).Any(Assertions.Contains) || method.Name.StartsWith("Should", StringComparison.Ordinal);

    private static bool IsComparison(IMethodSymbol method)
        => method.Name is "Equals" or "CompareTo" or "ReferenceEquals"
            || (method.ContainingType.SpecialType == SpecialType.System_String
                && method.Name is "Contains" or "StartsWith" or "EndsWith" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Compare" or "CompareOrdinal")
            || (method.Name is "IsMatch" && IsIn(method.ContainingType, "System.Text.RegularExpressions"));

    private static bool IsShown(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (ExposingMembers.KindOf(method) == ExposureKind.Logged || IsForShow(type) || (type.Name is "IProgress" or "Progress" && IsIn(type, "System")))
        {
            return true;
        }

        var words = NameWords.Of(type.Name);
        if (!method.ReturnsVoid)
        {
            // A property of all that is logged within a using.
            return method.ReturnType.Name == "IDisposable" && words.Any(Logs.Contains);
        }

        var does = NameWords.Of(method.Name)[0];
        var isLog = words.Any(Logs.Contains) || type.Name.EndsWith("OutputHelper", StringComparison.Ordinal);
        return does == "Log" || (isLog && Levels.Contains(does)) || words.Contains("Console") || words.Any(Metrics.Contains);
    }

    private static bool IsCheck(IMethodSymbol method, INamedTypeSymbol type)
        => IsAssertion(method)
            || (method is { ReturnsVoid: true, IsStatic: true }
                && (NameWords.Of(type.Name).Any(Guards.Contains) || method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)));

    private static bool IsSerialization(IMethodSymbol method, INamedTypeSymbol type)
        => method.Name.StartsWith("Serialize", StringComparison.Ordinal) && type.Name.StartsWith("Json", StringComparison.Ordinal);

    private static bool IsComputation(IMethodSymbol method, INamedTypeSymbol type)
        => method.Name is "ToString" or "GetHashCode"
            || (type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
                && (Values.Contains(type.Name) || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double))
            || (type.Name.EndsWith("Encoding", StringComparison.Ordinal) && IsIn(type, "System.Text"));
}
