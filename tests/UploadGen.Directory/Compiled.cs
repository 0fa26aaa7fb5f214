using Microsoft.CodeAnalysis;

namespace UploadGen.Directory;

/// <summary>What the compiler said of a generated client.</summary>
/// <param name="Errors">How many errors.</param>
/// <param name="Warnings">How many warnings.</param>
/// <param name="First">The first of them.</param>
/// <param name="AssemblyKiB">The size of the assembly; 0 where there is none.</param>
/// <param name="Seconds">Processor time.</param>
internal sealed record Compiled(int Errors, int Warnings, string First, long AssemblyKiB, double Seconds)
{
    /// <summary>Compiles on one core, with warnings as warnings.</summary>
    public static Compiled Of(Compilation compilation)
    {
        var begin = Environment.CpuUsage.TotalTime;
        var options = compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithConcurrentBuild(false);
        using var assembly = new MemoryStream();
        var result = compilation.WithOptions(options).Emit(assembly);
        var said = result.Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .OrderByDescending(diagnostic => diagnostic.Severity)
            .ToList();
        var errors = said.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new Compiled(
            errors,
            said.Count - errors,
            said.FirstOrDefault()?.ToString() ?? "",
            assembly.Length / 1024,
            (Environment.CpuUsage.TotalTime - begin).TotalSeconds);
    }
}
