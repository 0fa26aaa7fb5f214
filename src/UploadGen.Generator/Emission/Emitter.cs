using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission;

/// <summary>A model to its source files.</summary>
internal static class Emitter
{
    /// <summary>One file a type reads best, but thousands of files make an IDE crawl.</summary>
    private const int MaxTypesForFilesOfTheirOwn = 200;

    /// <summary>Beyond this a file is closed and the next begun.</summary>
    private const int MaxLines = 4000;

    public static IEnumerable<SourceFile> Emit(ApiModel model, CancellationToken cancellationToken)
    {
        // Hint names are compared without regard to case; type names aren't.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in ClientEmitter.Emit(model, MaxLines, cancellationToken))
        {
            taken.Add(file.HintName);
            yield return file;
        }

        var checks = new Checks(model);
        foreach (var file in model.Types.Count <= MaxTypesForFilesOfTheirOwn ? OneFileEach(model, checks, taken, cancellationToken) : SharedFiles(model, checks, cancellationToken))
        {
            yield return file;
        }
    }

    private static IEnumerable<SourceFile> OneFileEach(ApiModel model, Checks checks, HashSet<string> taken, CancellationToken cancellationToken)
    {
        foreach (var type in model.Types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var writer = SourceFile.Begin(model);
            Type(writer, type, checks, model);
            var number = 1;
            while (!taken.Add(HintName(model, type.Name, number)))
            {
                number++;
            }

            yield return new SourceFile(HintName(model, type.Name, number), writer.ToString());
        }
    }

    private static IEnumerable<SourceFile> SharedFiles(ApiModel model, Checks checks, CancellationToken cancellationToken)
    {
        var number = 1;
        var writer = SourceFile.Begin(model);
        foreach (var type in model.Types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (writer.LineCount > MaxLines)
            {
                yield return new SourceFile(HintName(model, "Models", number++), writer.ToString());
                writer = SourceFile.Begin(model);
            }

            Type(writer, type, checks, model);
            writer.Line();
        }

        yield return new SourceFile(HintName(model, "Models", number), writer.ToString());
    }

    public static string HintName(ApiModel model, string name, int number)
        => HintPrefix(model) + name + (number == 1 ? "" : "." + number.ToString(System.Globalization.CultureInfo.InvariantCulture)) + ".g.cs";

    /// <summary>Two documents may have the same client or type names in different namespaces.</summary>
    private static string HintPrefix(ApiModel model) => model.Namespace.Replace("@", "") + ".";

    private static void Type(SourceWriter writer, TypeModel type, Checks checks, ApiModel model)
    {
        switch (type)
        {
            case RecordModel record:
                RecordEmitter.Emit(writer, record, checks, model.IsPublic);
                break;
            case EnumModel values:
                EnumEmitter.Emit(writer, values, model.IsPublic);
                break;
            case UnionModel union:
                UnionEmitter.Emit(writer, union, checks, model.IsPublic);
                break;
        }
    }
}
