using YamlDotNet.Core.Events;

namespace UploadGen.Generator.Documents.Formats.Yaml;

/// <summary>Finds the names that stand twice in a mapping of a YAML text. Only a text that has any is read for it.</summary>
internal sealed class YamlDuplicates
{
    private readonly YamlReader _reader;
    private readonly DuplicateNames _names = new();

    private YamlDuplicates(YamlReader reader) => _reader = reader;

    /// <param name="text">A text that can be read.</param>
    public static IEnumerable<DuplicateName> Find(string text)
    {
        var reader = YamlReader.Open(text);
        reader.MoveToRoot();
        var duplicates = new YamlDuplicates(reader);
        duplicates.Visit();
        return duplicates._names.Found;
    }

    private void Visit()
    {
        if (_reader.Consume<MappingStart>() is not null)
        {
            VisitMapping();
        }
        else if (_reader.Consume<SequenceStart>() is not null)
        {
            while (_reader.Consume<SequenceEnd>() is null)
            {
                Visit();
            }
        }
        else
        {
            _reader.MoveNext();
        }
    }

    private void VisitMapping()
    {
        _names.BeginObject();
        while (_reader.Consume<MappingEnd>() is null)
        {
            var name = _reader.Consume<Scalar>()!;
            if (!YamlParser.IsMerge(name))
            {
                _names.Add(name.Value, (int)name.Start.Line - 1, (int)name.Start.Column - 1);
            }

            Visit();
        }

        _names.EndObject();
    }
}
