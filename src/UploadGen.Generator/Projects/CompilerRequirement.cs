using Microsoft.CodeAnalysis.CSharp;

namespace UploadGen.Generator.Projects;

/// <summary>The C# that generated code is written in.</summary>
internal static class CompilerRequirement
{
    public static bool IsMet(LanguageVersion effective) => effective >= LanguageVersion.CSharp12;
}
