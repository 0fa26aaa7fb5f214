using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Emission;
using UploadGen.Generator.Projects;

namespace UploadGen.Generator;

/// <summary>
/// Turns every OpenAPI document among the AdditionalFiles into an upload client. What is wrong with a document is said by
/// <see cref="Diagnostics.SpecDiagnosticsAnalyzer"/>, from the same parse.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class UploadClientGenerator : IIncrementalGenerator
{
    /// <summary>The names of the steps, as the compiler's own tracking reports them.</summary>
    internal static class Steps
    {
        public const string Read = "UploadGen.Read";
        public const string Overlay = "UploadGen.Overlay";
        public const string Reference = "UploadGen.Reference";
        public const string Parse = "UploadGen.Parse";
        public const string Bind = "UploadGen.Bind";
        public const string HttpClientFactory = "UploadGen.HttpClientFactory";
        public const string Emit = "UploadGen.Emit";
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var overlays = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (file, ct) => SpecCache.ReadOverlay(file.Left, file.Right, ct))
            .Where(static overlay => overlay is not null)
            .Collect();
        var jsonFiles = context.AdditionalTextsProvider
            .Select(static (file, ct) => SpecCache.ReadFile(file, ct))
            .Where(static file => file is not null)
            .Collect();
        var models = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (file, ct) => SpecCache.Read(file.Left, file.Right, ct))
            .WithTrackingName(Steps.Read)
            .Where(static text => text is not null)
            .Combine(overlays)
            .Select(static (pair, _) => pair.Left!.With(pair.Right!))
            .WithTrackingName(Steps.Overlay)
            .Combine(jsonFiles)
            .Select(static (pair, _) => pair.Left.With(pair.Right!))
            .WithTrackingName(Steps.Reference)
            .Select(static (text, ct) => SpecCache.Parse(text, ct))
            .WithTrackingName(Steps.Parse)
            .Where(static spec => spec is not null)
            .Select(static (spec, ct) => BoundSpec.Of(spec!, ct).Model)
            .WithTrackingName(Steps.Bind)
            .Where(static model => model is not null);
        var conflicts = models
            .Select(static (model, _) => new NamespaceClaim(model!.Source, model.Namespace))
            .Collect()
            .Select(static (claims, _) => NamespaceOwners.Conflicts(claims));
        var isNewEnough = context.ParseOptionsProvider.Select(static (options, _) => CompilerRequirement.IsMet(((CSharpParseOptions)options).LanguageVersion));
        var hasHttpClientFactory = context.CompilationProvider
            .Select(static (compilation, _) => HttpClientFactoryReference.IsIn(compilation))
            .WithTrackingName(Steps.HttpClientFactory);
        var files = models
            .Combine(isNewEnough)
            .Where(static pair => pair.Right)
            .Select(static (pair, _) => pair.Left)
            .Combine(conflicts)
            .Where(static pair => pair.Right.All(conflict => conflict.Source != pair.Left!.Source))
            .Select(static (pair, _) => pair.Left!)
            .Combine(hasHttpClientFactory)
            .Select(static (pair, ct) => Emitter.EmitAll(pair.Left, pair.Right, ct))
            .WithTrackingName(Steps.Emit);

        // Not the Implementation variant: users type against what is generated.
        context.RegisterSourceOutput(files, static (output, files) =>
        {
            foreach (var file in files)
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }
        });
    }
}
