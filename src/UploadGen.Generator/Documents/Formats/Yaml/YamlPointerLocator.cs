using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UploadGen.Generator.Documents.Formats.Yaml;

/// <summary>Finds where in a YAML text pointers lead, all in one pass.</summary>
internal static class YamlPointerLocator
{
    /// <summary>A scalar is found where it stands, a mapping or list where its name stands. What an alias stands for is found at the alias.</summary>
    public static IReadOnlyDictionary<string, TextRange> Find(string text, IReadOnlyCollection<string> pointers)
    {
        var tree = new PointerTree(pointers);
        try
        {
            var reader = YamlReader.Open(text);
            if (reader.MoveToRoot())
            {
                Visit(reader, tree.Root);
            }
        }
        catch (YamlException)
        {
            // A text that breaks off: what was found of each way stands.
        }

        return tree.Found;
    }

    private static void Visit(YamlReader reader, PointerTree.Node node)
    {
        if (node.HasChildren && reader.Consume<MappingStart>() is not null)
        {
            VisitMembers(reader, node);
        }
        else if (node.HasChildren && reader.Consume<SequenceStart>() is not null)
        {
            VisitItems(reader, node);
        }
        else
        {
            reader.Skip();
        }
    }

    private static void VisitMembers(YamlReader reader, PointerTree.Node node)
    {
        while (reader.Consume<MappingEnd>() is null)
        {
            var name = reader.Current as Scalar;
            reader.Skip();
            if (name is not null && node.Find(name.Value) is { } child)
            {
                child.Place = YamlReader.Range(reader.Current is Scalar { IsKey: false } or AnchorAlias ? reader.Current : name);
                Visit(reader, child);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void VisitItems(YamlReader reader, PointerTree.Node node)
    {
        for (var i = 0; reader.Consume<SequenceEnd>() is null; i++)
        {
            if (node.Find(i.ToString(CultureInfo.InvariantCulture)) is { } child)
            {
                child.Place = reader.Current is Scalar or AnchorAlias ? YamlReader.Range(reader.Current) : FirstOf(reader.Current);
                Visit(reader, child);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>A mapping or list in a list has no name: its first character stands for it.</summary>
    private static TextRange FirstOf(ParsingEvent start) => new((int)start.Start.Index, 1);
}
