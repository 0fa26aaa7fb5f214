using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Diagnostics;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Emission;
using UploadGen.Generator.Model;
using UploadGen.Generator.Projects;

namespace UploadGen.Generator;

/// <summary>
/// Turns every OpenAPI document among the AdditionalFiles into an upload client. What is wrong with a document is said by
/// <see cref="SpecDiagnosticsAnalyzer"/>, from the same parse, unless it costs the whole client.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class UploadClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var specs = ReadSpecs(context);
        var models = specs
            .Select(static (spec, ct) => BoundSpec.Find(spec!, ct).Model)
            .WithTrackingName(Steps.Bind)
            .Where(static model => model is not null);
        var converters = DeclaredConverters.Select(context).WithTrackingName(Steps.Converters);
        var conflicts = models
            .Select(static (model, _) => new NamespaceClaim(model!.Source, model.Namespace))
            .Collect()
            .Select(static (claims, _) => NamespaceOwners.FindConflicts(claims));
        var requirements = ProjectRequirements.Select(context).WithTrackingName(Steps.Requirements);
        var hasHttpClientFactory = HttpClientFactoryReference.Select(context).WithTrackingName(Steps.HttpClientFactory);
        var failures = specs
            .Combine(conflicts)
            .Combine(requirements)
            .Select(static (all, ct) => ClientFailures.Locate(all.Left.Left!, ClientFailures.Find(all.Left.Left!, all.Left.Right, all.Right, ct)))
            .WithTrackingName(Steps.Fail);
        var clients = models
            .Combine(requirements)
            .Where(static pair => pair.Right.AreMet)
            .Select(static (pair, _) => pair.Left)
            .Combine(conflicts)
            .Where(static pair => pair.Right.All(conflict => conflict.Source != pair.Left!.Source))
            .Combine(converters)
            .Select(static (pair, _) => pair.Left.Left!.WithDeclaredConverters(pair.Right))
            .Combine(hasHttpClientFactory)
            .Select(static (pair, ct) => Emitter.EmitAll(pair.Left, pair.Right, ct))
            .WithTrackingName(Steps.Emit);

        var types = models.SelectMany(static (model, _) => model!.Types.Select(type => new GeneratedType(model.Namespace, type.Name, type is EnumModel)));
        var unseen = UnknownType.Select(context)
            .Combine(types.Collect())
            .SelectMany(static (pair, _) => UnseenType.Find(pair.Left, pair.Right))
            .WithTrackingName(Steps.Contexts);

        context.RegisterSourceOutput(unseen, static (output, type) => output.ReportDiagnostic(type.ToDiagnostic()));
        context.RegisterSourceOutput(failures, static (output, problems) =>
        {
            foreach (var problem in problems)
            {
                output.ReportDiagnostic(problem.ToDiagnostic());
            }
        });

        // Not the Implementation variant: users type against what is generated.
        context.RegisterSourceOutput(clients, static (output, client) =>
        {
            foreach (var problem in client.Problems)
            {
                output.ReportDiagnostic(LocatedProblem.AtStart(problem, client.Source).ToDiagnostic());
            }

            foreach (var file in client.Files)
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }
        });
    }

    /// <summary>The documents of a project, each with its overlays, its workflows and the files it refers to, parsed.</summary>
    private static IncrementalValuesProvider<ParsedSpec?> ReadSpecs(IncrementalGeneratorInitializationContext context)
    {
        var texts = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider);
        var overlays = texts
            .Select(static (file, ct) => SpecCache.ReadOverlay(file.Left, file.Right, ct))
            .Where(static overlay => overlay is not null)
            .Collect();
        var workflows = texts
            .Select(static (file, ct) => SpecCache.ReadWorkflows(file.Left, file.Right, ct))
            .Where(static workflow => workflow is not null)
            .Collect();
        var files = context.AdditionalTextsProvider
            .Select(static (file, ct) => SpecCache.ReadFile(file, ct))
            .Where(static file => file is not null)
            .Collect();
        return texts
            .Select(static (file, ct) => SpecCache.Read(file.Left, file.Right, ct))
            .WithTrackingName(Steps.Read)
            .Where(static text => text is not null)
            .Combine(overlays)
            .Select(static (pair, _) => pair.Left!.With(pair.Right!))
            .WithTrackingName(Steps.Overlay)
            .Combine(workflows)
            .Select(static (pair, _) => pair.Left.With(pair.Right!))
            .WithTrackingName(Steps.Workflow)
            .Combine(files)
            .Select(static (pair, _) => pair.Left.With(pair.Right!))
            .WithTrackingName(Steps.Reference)
            .Select(static (text, ct) => SpecCache.Parse(text, ct))
            .WithTrackingName(Steps.Parse)
            .Where(static spec => spec is not null);
    }
}
