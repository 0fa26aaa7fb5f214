using System.Text;
using Microsoft.CodeAnalysis.Text;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Emission;
using UploadGen.Generator.Problems;

namespace UploadGen.Benchmarks.Compiling;

/// <summary>Those whose clients are compiled side by side.</summary>
internal static class Contestants
{
    private static readonly EquatableArray<string> Everything = EquatableArray<string>.Empty;

    private static readonly SpecSettings Settings = new(
        IsEnabled: true, IsExplicit: true, "Own", "Client", IsPublic: true, Everything, Everything, EquatableArray<SpecProblem>.Empty);

    public static Contestant UploadGen { get; } = new("UploadGen", json =>
    {
        var parsed = ParsedSpec.Parse(new SpecText("api.json", json, Settings), CancellationToken.None)
            ?? throw new InvalidOperationException("The document can't be read.");
        var model = BoundSpec.Bind(parsed, CancellationToken.None).Model ?? throw new InvalidOperationException("The document has no client.");
        return [.. Emitter.EmitAll(model, hasHttpClientFactory: false, CancellationToken.None).Files.Select(file => SourceText.From(file.Text, Encoding.UTF8))];
    });

    /// <summary>System.Text.Json and nullable reference types, otherwise as it comes.</summary>
    public static Contestant NSwag { get; } = new("NSwag", json =>
    {
        var document = OpenApiDocument.FromJsonAsync(json).GetAwaiter().GetResult();
        var settings = new CSharpClientGeneratorSettings
        {
            CSharpGeneratorSettings = { Namespace = "Peer", JsonLibrary = CSharpJsonLibrary.SystemTextJson, GenerateNullableReferenceTypes = true },
        };
        return [SourceText.From(new CSharpClientGenerator(document, settings).GenerateFile(), Encoding.UTF8)];
    });
}
