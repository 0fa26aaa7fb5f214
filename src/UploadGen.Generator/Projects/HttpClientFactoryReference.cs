using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Projects;

/// <summary>Whether a project can have its HTTP clients made by Microsoft.Extensions.Http, version 8 or later.</summary>
internal static class HttpClientFactoryReference
{
    /// <summary>A type that version 8 brought, as it did the methods that keep signed URLs out of logs.</summary>
    private const string TypeOfVersion8 = "Microsoft.Extensions.DependencyInjection.ISocketsHttpHandlerBuilder";

    public static IncrementalValueProvider<bool> Select(IncrementalGeneratorInitializationContext context)
        => context.CompilationProvider.Select(static (compilation, _) => IsIn(compilation));

    private static bool IsIn(Compilation compilation) => compilation.GetTypeByMetadataName(TypeOfVersion8) is not null;
}
