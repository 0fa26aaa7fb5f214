using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace UploadGen.Directory;

/// <summary>NSwag on the same document: System.Text.Json and nullable reference types, otherwise as it comes.</summary>
internal static class NSwagTrial
{
    public const string Tool = "nswag";

    public static async Task<Trial> RunAsync(string document, string file)
    {
        var json = await File.ReadAllTextAsync(file);
        var trial = Trial.Failed(Tool, document, new FileInfo(file).Length, "");
        var begin = Environment.CpuUsage.TotalTime;
        string code;
        try
        {
            code = await GenerateAsync(json);
        }
        catch (Exception exception)
        {
            // Whatever a peer throws at a document is its result.
            return trial with { Failure = $"{exception.GetType().Name}: {exception.Message}" };
        }

        var generating = Environment.CpuUsage.TotalTime - begin;
        begin = Environment.CpuUsage.TotalTime;
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        var compilation = GeneratorRun.Compilation(code, NullableContextOptions.Enable, parse);
        var parsing = Environment.CpuUsage.TotalTime - begin;
        var compiled = Compiled.Of(compilation);
        return trial with
        {
            Errors = compiled.Errors,
            Lines = code.Count(character => character == '\n') + 1,
            AssemblyKiB = compiled.AssemblyKiB,
            Generating = generating.TotalSeconds,
            Compiling = parsing.TotalSeconds + compiled.Seconds,
            PeakMiB = Environment.WorkingSet >> 20,
            Note = compiled.Errors > 0 ? compiled.First : "",
        };
    }

    private static async Task<string> GenerateAsync(string json)
    {
        var document = await OpenApiDocument.FromJsonAsync(json);
        var settings = new CSharpClientGeneratorSettings
        {
            CSharpGeneratorSettings =
            {
                Namespace = "Peer",
                JsonLibrary = CSharpJsonLibrary.SystemTextJson,
                GenerateNullableReferenceTypes = true,
            },
        };
        return new CSharpClientGenerator(document, settings).GenerateFile();
    }
}
