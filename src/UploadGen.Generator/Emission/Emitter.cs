using UploadGen.Generator.Collections;
using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Emission.Types;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission;

/// <summary>A model to its source files.</summary>
internal static class Emitter
{
    /// <summary>One file a type reads best, but thousands of files make an IDE crawl.</summary>
    private const int MaxTypesForFilesOfTheirOwn = 200;

    /// <summary>Beyond this a file is closed and the next begun.</summary>
    private const int MaxLines = 4000;

    /// <summary>
    /// The files of a client. With Microsoft.Extensions.Http come those that add it to a service container. Should writing one fail, a single file
    /// that says so: an exception would silence the generator for the whole project (CS8785).
    /// </summary>
    public static EquatableArray<SourceFile> EmitAll(ApiModel model, bool hasHttpClientFactory, CancellationToken cancellationToken)
    {
        try
        {
            return Emit(model, hasHttpClientFactory, cancellationToken).ToEquatableArray();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var text = $"#error UploadGen could not write {model.ClientName}: {CSharpText.Xml(exception.Message)}\n";
            return new[] { new SourceFile(HintName(model, model.ClientName, 1), text) }.ToEquatableArray();
        }
    }

    private static IEnumerable<SourceFile> Emit(ApiModel model, bool hasHttpClientFactory, CancellationToken cancellationToken)
    {
        var checks = new TypeChecks(model);

        // Hint names are compared without regard to case; type names aren't.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in ClientEmitter.Emit(model, checks, MaxLines, cancellationToken))
        {
            taken.Add(file.HintName);
            yield return file;
        }

        if (hasHttpClientFactory)
        {
            yield return new SourceFile(Unique(model, model.ServiceCollectionExtensionsName, taken), ServiceCollectionEmitter.Emit(model));
            yield return new SourceFile(Unique(model, model.BuilderName, taken), ClientBuilderEmitter.Emit(model));
        }

        var types = model.Types.Count <= MaxTypesForFilesOfTheirOwn
            ? OneFileEach(model, checks, taken, cancellationToken)
            : SharedFiles(model, checks, taken, cancellationToken);
        foreach (var file in types)
        {
            yield return file;
        }
    }

    private static IEnumerable<SourceFile> OneFileEach(ApiModel model, TypeChecks checks, HashSet<string> taken, CancellationToken cancellationToken)
    {
        foreach (var type in model.Types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var writer = SourceFile.Begin(model);
            Type(writer, type, checks, model);
            yield return new SourceFile(Unique(model, type.Name, taken), writer.ToString());
        }
    }

    private static IEnumerable<SourceFile> SharedFiles(ApiModel model, TypeChecks checks, HashSet<string> taken, CancellationToken cancellationToken)
    {
        var writer = SourceFile.Begin(model);
        foreach (var type in model.Types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (writer.LineCount > MaxLines)
            {
                yield return new SourceFile(Unique(model, "Models", taken), writer.ToString());
                writer = SourceFile.Begin(model);
            }

            Type(writer, type, checks, model);
            writer.Line();
        }

        yield return new SourceFile(Unique(model, "Models", taken), writer.ToString());
    }

    private static string Unique(ApiModel model, string name, HashSet<string> taken)
    {
        var number = 1;
        while (!taken.Add(HintName(model, name, number)))
        {
            number++;
        }

        return HintName(model, name, number);
    }

    public static string HintName(ApiModel model, string name, int number)
        => HintPrefix(model) + name + (number == 1 ? "" : "." + number.ToString(System.Globalization.CultureInfo.InvariantCulture)) + ".g.cs";

    /// <summary>Two documents may have the same client or type names in different namespaces.</summary>
    private static string HintPrefix(ApiModel model) => model.Namespace.Replace("@", "") + ".";

    private static void Type(SourceWriter writer, TypeModel type, TypeChecks checks, ApiModel model)
    {
        switch (type)
        {
            case RecordModel record:
                RecordEmitter.Emit(writer, record, checks, model);
                break;
            case EnumModel values:
                EnumEmitter.Emit(writer, values, checks, model.IsPublic);
                break;
            case UnionModel union:
                UnionEmitter.Emit(writer, union, checks, model.IsPublic);
                break;
        }
    }
}
