using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;

namespace UploadGen.Generator.Tests.Harness;

/// <summary>What was generated for a document, compiled and loaded: its types are in the namespace <c>Shop.Api</c>.</summary>
internal sealed class GeneratedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("generated", isCollectible: true);
    private readonly Assembly _assembly;

    private GeneratedAssembly(GeneratorRun run)
    {
        using var image = new MemoryStream();
        var emitted = run.AssertCompiles().Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        _assembly = _context.LoadFromStream(image);
    }

    /// <param name="json">The document.</param>
    /// <param name="members">C# members of a user's class, for <see cref="Call"/>.</param>
    /// <param name="metadata">What the project says about the document.</param>
    public static GeneratedAssembly Of(string json, string members = "", IReadOnlyDictionary<string, string>? metadata = null)
        => new(GeneratorRun.Of(json, metadata, source: $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text.Json;
            using Shop.Api;

            internal static class Program
            {
                {{members}}
            }
            """));

    /// <summary>Calls a static method of the user's class.</summary>
    public object? Call(string method, params object?[] arguments)
    {
        try
        {
            return _assembly.GetType("Program")!.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    public object Read(string type, string json) => JsonSerializer.Deserialize(json, Type(type))!;

    public string Write(object value) => JsonSerializer.Serialize(value, value.GetType());

    public string RoundTrip(string type, string json) => Write(Read(type, json));

    /// <summary>A type that is declared for a schema, or null for a schema that is another name of something.</summary>
    public Type? FindType(string name) => _assembly.GetType("Shop.Api." + name);

    public Type Type(string name) => _assembly.GetType("Shop.Api." + name, throwOnError: true)!;

    public static object? Property(object value, string name) => value.GetType().GetProperty(name)!.GetValue(value);

    public void Dispose() => _context.Unload();
}
