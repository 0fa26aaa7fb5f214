using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using UploadGen.Benchmarks.Compiling;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Emission;
using UploadGen.Generator.Problems;

namespace UploadGen.Benchmarks;

/// <summary>
/// The generator's steps on real documents, warm, in processor time: the smallest, the median and the four largest of a folder.
/// Beside them Microsoft.OpenApi's parse of the same text, and NSwag's generator.
/// </summary>
internal static class GenerationBenchmark
{
    private static readonly EquatableArray<string> Everything = EquatableArray<string>.Empty;

    private static readonly SpecSettings Settings = new(
        IsEnabled: true, IsExplicit: true, "Shop.Api", "ApiClient", IsPublic: true, Everything, Everything, EquatableArray<SpecProblem>.Empty);

    public static int Run(string folder)
    {
        Console.WriteLine(
            "| document | MB | read | parse | bind | emit | all, ms | MiB "
            + "| Microsoft.OpenApi, ms | MiB | rest / Microsoft.OpenApi | ms / MB | NSwag, ms | NSwag / all |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var file in Selected(new DirectoryInfo(folder)))
        {
            Measure(file);
        }

        return 0;
    }

    private static IEnumerable<FileInfo> Selected(DirectoryInfo folder)
    {
        var files = folder.GetFiles("*.json").OrderBy(file => file.Length).ToList();
        return new[] { 0, files.Count / 2 }.Concat(Enumerable.Range(0, files.Count).TakeLast(4)).Distinct().Select(i => files[i]);
    }

    private static void Measure(FileInfo file)
    {
        var source = SourceText.From(File.ReadAllText(file.FullName), Encoding.UTF8);
        var text = new SpecText(file.Name, source.ToString(), Settings);
        var parsed = ParsedSpec.Parse(text, CancellationToken.None)!;
        var document = parsed.Document(CancellationToken.None);
        var model = BoundSpec.Bind(parsed, CancellationToken.None).Model!;

        var read = Measurement.Of(() => source.ToString());
        var parse = Measurement.Of(() => ParsedSpec.Parse(text, CancellationToken.None));
        var bind = Measurement.Of(() => BoundSpec.Bind(parsed, CancellationToken.None));
        var emit = Measurement.Of(() => Emitter.EmitAll(model, hasHttpClientFactory: false, CancellationToken.None));
        var alone = Measurement.Of(() => OpenApiDocument.Parse(text.Text, "json", new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() }));
        var peer = TryMeasure(() => Contestants.NSwag.Generate(text.Text));
        GC.KeepAlive(document);

        var all = read + parse + bind + emit;
        var megabytes = file.Length / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {file.Name} | {megabytes:F3} | {read.Milliseconds:F2} | {parse.Milliseconds:F2} | {bind.Milliseconds:F2} | {emit.Milliseconds:F2} "
            + $"| {all.Milliseconds:F2} | {all.MiB:F1} | {alone.Milliseconds:F2} | {alone.MiB:F1} "
            + $"| {(all.Milliseconds - alone.Milliseconds) / alone.Milliseconds:F2} | {all.Milliseconds / megabytes:F0} "
            + $"| {peer?.Milliseconds:F0} | {peer?.Milliseconds / all.Milliseconds:F1} |"));
    }

    /// <summary>Nothing where it can't read the document.</summary>
    private static Measurement? TryMeasure(Action generate)
    {
        try
        {
            return Measurement.Of(generate);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }
}
