using System.Globalization;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Emission.Client;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Emission.Types;
using UploadGen.Generator.Model;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Emission;

/// <summary>A model to its source files.</summary>
internal sealed class Emitter
{
    /// <summary>One file a type reads best, but thousands of files make an IDE crawl.</summary>
    private const int MaxTypesForFilesOfTheirOwn = 200;

    /// <summary>Beyond this a file is closed and the next begun.</summary>
    private const int MaxLines = 4000;

    private readonly ApiModel _model;
    private readonly TypeChecks _checks;
    private readonly CancellationToken _cancellationToken;
    private readonly List<SourceFile> _files = [];
    private readonly List<SpecProblem> _problems = [];

    /// <summary>Hint names are compared without regard to case. Type names aren't.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    private Emitter(ApiModel model, CancellationToken cancellationToken)
    {
        _model = model;
        _checks = new TypeChecks(model);
        _cancellationToken = cancellationToken;
    }

    /// <summary>
    /// The files of a client. With Microsoft.Extensions.Http come those that add it to a service container. An exception would silence the generator
    /// for the whole project (CS8785), so what can't be written is a problem, and the rest is written.
    /// </summary>
    public static EmittedClient EmitAll(ApiModel model, bool hasHttpClientFactory, CancellationToken cancellationToken)
    {
        try
        {
            var emitter = new Emitter(model, cancellationToken);
            emitter.Emit(hasHttpClientFactory);
            return new EmittedClient(model.Source, emitter._files.ToEquatableArray(), emitter._problems.ToEquatableArray());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new EmittedClient(model.Source, EquatableArray<SourceFile>.Empty, new[] { InternalErrors.OfClient(exception) }.ToEquatableArray());
        }
    }

    public static string HintName(ApiModel model, string name, int number)
        => HintPrefix(model) + name + (number == 1 ? "" : "." + number.ToString(CultureInfo.InvariantCulture)) + ".g.cs";

    private void Emit(bool hasHttpClientFactory)
    {
        foreach (var file in ClientEmitter.Emit(_model, _checks, MaxLines, _cancellationToken))
        {
            _taken.Add(file.HintName);
            _files.Add(file);
        }

        if (hasHttpClientFactory)
        {
            Add(_model.ServiceCollectionExtensionsName, ServiceCollectionEmitter.Emit(_model));
            Add(_model.BuilderName, ClientBuilderEmitter.Emit(_model));
        }

        if (_model.Types.Count <= MaxTypesForFilesOfTheirOwn)
        {
            OneFileEach();
        }
        else
        {
            SharedFiles();
        }
    }

    private void OneFileEach()
    {
        foreach (var type in _model.Types)
        {
            var writer = SourceFile.Begin(_model);
            if (TryWrite(writer, type))
            {
                Add(type.Name, writer.ToString());
            }
        }
    }

    private void SharedFiles()
    {
        var writer = SourceFile.Begin(_model);
        foreach (var type in _model.Types)
        {
            if (writer.LineCount > MaxLines)
            {
                Add("Models", writer.ToString());
                writer = SourceFile.Begin(_model);
            }

            if (TryWrite(writer, type))
            {
                writer.Line();
            }
        }

        Add("Models", writer.ToString());
    }

    private void Add(string name, string text)
    {
        var number = 1;
        while (!_taken.Add(HintName(_model, name, number)))
        {
            number++;
        }

        _files.Add(new SourceFile(HintName(_model, name, number), text));
    }

    /// <summary>Writes a type. One that can't be written is reported, and nothing of it stays.</summary>
    private bool TryWrite(SourceWriter writer, TypeModel type)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var before = writer.Here;
        try
        {
            Write(writer, type);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            writer.CutBack(before);
            _problems.Add(InternalErrors.OfPart(exception, "", $"The type '{type.Name}' is left out, and everything else is generated as usual"));
            return false;
        }
    }

    private void Write(SourceWriter writer, TypeModel type)
    {
        switch (type)
        {
            case RecordModel record:
                RecordEmitter.Emit(writer, record, _checks, _model);
                break;
            case EnumModel values:
                EnumEmitter.Emit(writer, values, _checks, _model.IsPublic);
                break;
            case UnionModel union:
                UnionEmitter.Emit(writer, union, _checks, _model.IsPublic);
                break;
        }
    }

    /// <summary>Two documents may have the same client or type names in different namespaces.</summary>
    private static string HintPrefix(ApiModel model) => model.Namespace.Replace("@", "") + ".";
}
