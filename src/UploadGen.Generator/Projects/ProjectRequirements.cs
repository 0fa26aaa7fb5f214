using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Projects;

/// <summary>What generated code needs of a project.</summary>
/// <param name="Language">The C# version that the project is compiled as.</param>
/// <param name="Framework">The framework it is for, as the project says it.</param>
/// <param name="HasEngine">Whether it refers to the engine.</param>
internal sealed record ProjectRequirements(LanguageVersion Language, string Framework, bool HasEngine)
{
    private const LanguageVersion Oldest = LanguageVersion.CSharp12;

    /// <summary>Whether clients can be generated.</summary>
    public bool AreMet => FindProblem() is null;

    public static IncrementalValueProvider<ProjectRequirements> Select(IncrementalGeneratorInitializationContext context)
        => context.ParseOptionsProvider
            .Select(static (options, _) => ((CSharpParseOptions)options).LanguageVersion)
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ReadFramework(options.GlobalOptions)))
            .Combine(context.CompilationProvider.Select(static (compilation, _) => EngineReference.IsIn(compilation)))
            .Select(static (all, _) => new ProjectRequirements(all.Left.Left, all.Left.Right, all.Right));

    public static string ReadFramework(AnalyzerConfigOptions project)
        => project.TryGetValue("build_property.TargetFramework", out var framework) && framework.Length > 0 ? framework : "an older framework";

    /// <summary>What a project lacks, or null.</summary>
    public SpecProblem? FindProblem()
    {
        var lack = !HasEngine ? $"UploadGen needs net8.0 or later, and this project targets {Framework}. "
                + "Change TargetFramework, or refer to UploadGen in a project of its own"
            : Language < Oldest ? $"the client needs C# 12 or later, and this project is C# {Language.ToDisplayString()}. "
                + "Remove LangVersion from the project, or set it to 12 or later"
            : null;
        return lack is null ? null : SpecProblem.At("", SpecProblemKind.ProjectTooOld, lack);
    }
}
