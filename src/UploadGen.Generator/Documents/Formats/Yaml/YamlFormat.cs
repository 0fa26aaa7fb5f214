using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UploadGen.Generator.Documents.Formats.Yaml;

/// <summary>YAML 1.2 with its core schema, and the merge keys of 1.1 that documents use. Of a file with several documents the first counts.</summary>
internal sealed class YamlFormat : DocumentFormat
{
    public override IReadOnlyList<string> Extensions { get; } = [".yaml", ".yml"];

    public override bool IsOfTemplates => true;

    public override TextFault? ReadRoot(string text, IReadOnlyCollection<string> names, Func<RootMember, bool> visit)
    {
        // Projects are full of YAML that is for something else.
        if (!names.Any(text.Contains))
        {
            return null;
        }

        try
        {
            ReadRoot(YamlReader.Open(text), names, visit);
            return null;
        }
        catch (YamlException exception)
        {
            return YamlReader.Fault(exception);
        }
    }

    public override JsonObject Parse(string text, ICollection<DuplicateName> duplicates)
    {
        try
        {
            var root = YamlParser.Parse(text, out var hasDuplicates) ?? throw new DocumentFormatException(new TextFault(0, 0, "its root is no mapping"));
            foreach (var name in hasDuplicates ? YamlDuplicates.Find(text) : [])
            {
                duplicates.Add(name);
            }

            return root;
        }
        catch (YamlException exception)
        {
            throw new DocumentFormatException(YamlReader.Fault(exception));
        }
    }

    public override IEnumerable<string> FindTexts(string text, string name) => YamlTexts.Find(text, name);

    public override IReadOnlyDictionary<string, TextRange> Locate(string text, IReadOnlyCollection<string> pointers)
        => YamlPointerLocator.Find(text, pointers);

    private static void ReadRoot(YamlReader reader, IReadOnlyCollection<string> names, Func<RootMember, bool> visit)
    {
        if (!reader.MoveToRoot() || reader.Consume<MappingStart>() is null)
        {
            return;
        }

        while (reader.Consume<MappingEnd>() is null)
        {
            var name = (reader.Current as Scalar)?.Value;
            reader.Skip();
            if (name is not null && names.Contains(name) && !visit(Member(name, reader.Current)))
            {
                return;
            }

            reader.Skip();
        }
    }

    private static RootMember Member(string name, ParsingEvent value)
        => value is Scalar scalar && YamlScalar.ToNode(scalar) is JsonValue node && node.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
            ? new RootMember(name, scalar.Value, node.GetValueKind() == JsonValueKind.String)
            : new RootMember(name, "", IsString: false);
}
