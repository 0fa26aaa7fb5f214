using System.Reflection;
using System.Runtime.Loader;

namespace UploadGen.Benchmarks;

/// <summary>NSwag's C# client generator, called in this process: from the document's text to the text of the client.</summary>
internal sealed class NSwagGenerator
{
    private readonly MethodInfo _fromJson;
    private readonly Type _generator;
    private readonly Type _settings;

    private NSwagGenerator(string folder)
    {
        var context = new AssemblyLoadContext("NSwag");
        context.Resolving += (_, name) => Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        var core = context.LoadFromAssemblyPath(Path.Combine(folder, "NSwag.Core.dll"));
        var csharp = context.LoadFromAssemblyPath(Path.Combine(folder, "NSwag.CodeGeneration.CSharp.dll"));
        _fromJson = core.GetType("NSwag.OpenApiDocument", throwOnError: true)!.GetMethod("FromJsonAsync", [typeof(string), typeof(CancellationToken)])!;
        _generator = csharp.GetType("NSwag.CodeGeneration.CSharp.CSharpClientGenerator", throwOnError: true)!;
        _settings = csharp.GetType("NSwag.CodeGeneration.CSharp.CSharpClientGeneratorSettings", throwOnError: true)!;
    }

    public static NSwagGenerator? Find()
        => Environment.GetEnvironmentVariable("UPLOADGEN_NSWAG") is { Length: > 0 } folder ? new NSwagGenerator(Path.GetFullPath(folder)) : null;

    /// <summary>Nothing where it can't read the document.</summary>
    public Measurement? TryMeasure(string json)
    {
        try
        {
            return Measurement.Of(() => Generate(json));
        }
        catch (Exception exception) when (exception is TargetInvocationException or InvalidOperationException)
        {
            return null;
        }
    }

    private string Generate(string json)
    {
        dynamic task = _fromJson.Invoke(null, [json, CancellationToken.None])!;
        object document = task.GetAwaiter().GetResult();
        var generator = Activator.CreateInstance(_generator, document, Activator.CreateInstance(_settings))!;
        return (string)_generator.GetMethod("GenerateFile", [])!.Invoke(generator, null)!;
    }
}
