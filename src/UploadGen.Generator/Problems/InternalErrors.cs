using System.Diagnostics;
using System.Reflection;

namespace UploadGen.Generator.Problems;

/// <summary>Tells our own bugs from faults of a document.</summary>
internal static class InternalErrors
{
    private static readonly string Own = typeof(InternalErrors).Assembly.GetName().Name;

    /// <summary>An exception that costs the whole client.</summary>
    public static SpecProblem OfClient(Exception exception)
        => SpecProblem.At("", SpecProblemKind.InternalError, exception.GetType().Name, FindFrame(exception), "No client is generated");

    /// <summary>An exception that costs a part of the client.</summary>
    /// <param name="pointer">The part of the document that was worked on.</param>
    /// <param name="loss">What is left out, as the beginning of a sentence.</param>
    public static SpecProblem OfPart(Exception exception, string pointer, string loss)
        => SpecProblem.At(pointer, SpecProblemKind.InternalErrorInPart, exception.GetType().Name, FindFrame(exception), loss);

    /// <summary>Whether an exception is our own: Microsoft.OpenApi throws by itself on parts of damaged documents.</summary>
    public static bool IsOurs(Exception exception)
        => !Methods(exception).Select(AssemblyName).TakeWhile(name => name != Own).Any(name => name.StartsWith("Microsoft.OpenApi", StringComparison.Ordinal));

    /// <summary>The innermost method of this assembly, without paths or lines.</summary>
    private static string FindFrame(Exception exception)
        => Methods(exception).FirstOrDefault(method => AssemblyName(method) == Own) is { } own
            ? $"{own.DeclaringType!.FullName}.{own.Name}"
            : "an unknown place";

    /// <summary>The methods that an exception went through, from the one that threw.</summary>
    private static IEnumerable<MethodBase> Methods(Exception exception)
        => (new StackTrace(exception).GetFrames() ?? []).Select(frame => frame.GetMethod()).OfType<MethodBase>();

    private static string AssemblyName(MethodBase method) => method.DeclaringType?.Assembly.GetName().Name ?? "";
}
