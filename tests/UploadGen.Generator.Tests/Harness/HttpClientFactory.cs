using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Tests.Harness;

/// <summary>What a project with Microsoft.Extensions.Http refers to.</summary>
internal static class HttpClientFactory
{
    public static ImmutableArray<MetadataReference> References { get; } = GeneratorRun.PlatformReferences(
        name => name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
}
