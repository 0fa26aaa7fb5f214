using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Projects;

/// <summary>Whether a project refers to the engine that generated code calls. NuGet hands it to frameworks that it supports, and to no others.</summary>
internal static class EngineReference
{
    private const string Connection = "UploadGen.Core.ApiConnection";

    public static bool IsIn(Compilation compilation) => compilation.GetTypeByMetadataName(Connection) is not null;
}
