using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UploadGen.Generator.Documents.Formats.Yaml;

/// <summary>YAML text to nodes that can be changed. What is referred to by an alias is copied.</summary>
internal sealed class YamlParser
{
    private const string MergeKey = "<<";

    /// <summary>The most nodes that aliases may add up to: a few lines of aliases to lists of aliases would fill any memory.</summary>
    private const int MaxCopies = 1_000_000;

    private readonly YamlReader _reader;
    private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];
    private readonly HashSet<AnchorName> _open = [];
    private readonly WrittenScalars _written = new();
    private int _depth;
    private int _copies;
    private bool _hasDuplicates;

    private YamlParser(YamlReader reader) => _reader = reader;

    /// <summary>The root of the first document, or null where it is no mapping.</summary>
    /// <param name="hasDuplicates">Whether a name stands twice in a mapping.</param>
    /// <exception cref="YamlException">The text is no YAML, or more than JSON can say.</exception>
    public static JsonObject? Parse(string text, out bool hasDuplicates)
    {
        var reader = YamlReader.Open(text);
        var parser = new YamlParser(reader);
        var root = reader.MoveToRoot() ? parser.Value() as JsonObject : null;
        hasDuplicates = parser._hasDuplicates;
        return root;
    }

    /// <summary>Whether a name says that what follows is merged into the mapping. It may stand there more than once.</summary>
    public static bool IsMerge(Scalar name) => name is { Value: MergeKey, Style: ScalarStyle.Plain };

    private JsonNode? Value()
    {
        switch (_reader.Current)
        {
            case Scalar scalar:
                _reader.MoveNext();
                return Keep(scalar.Anchor, ScalarNode(scalar));
            case AnchorAlias alias:
                _reader.MoveNext();
                return Copy(alias);
            case MappingStart start:
                return Nested(start, Mapping);
            case SequenceStart start:
                return Nested(start, Sequence);
            default:
                throw Fault(_reader.Current, "A value is missing");
        }
    }

    private JsonNode? ScalarNode(Scalar scalar)
    {
        var node = YamlScalar.ToNode(scalar);
        _written.Add(node, scalar.Value);
        return node;
    }

    private JsonNode Nested(NodeEvent start, Func<JsonNode> read)
    {
        if (++_depth > DocumentFormat.MaxDepth)
        {
            throw Fault(start, $"It is nested deeper than {DocumentFormat.MaxDepth}");
        }

        _open.Add(start.Anchor);
        _reader.MoveNext();
        var node = read();
        _open.Remove(start.Anchor);
        _depth--;
        return Keep(start.Anchor, node)!;
    }

    private JsonObject Mapping()
    {
        var members = new JsonObject();
        var merged = new List<JsonNode?>();
        while (_reader.Consume<MappingEnd>() is null)
        {
            var key = Key();
            var value = Value();
            if (IsMerge(key))
            {
                merged.Add(value);
            }
            else
            {
                var count = members.Count;
                members[key.Value] = value;
                _hasDuplicates |= members.Count == count;
            }
        }

        merged.ForEach(source => Merge(members, source));
        _written.Apply(members);
        return members;
    }

    private JsonArray Sequence()
    {
        var items = new JsonArray();
        while (_reader.Consume<SequenceEnd>() is null)
        {
            items.Add(Value());
        }

        return items;
    }

    private Scalar Key()
        => _reader.Consume<Scalar>() ?? throw Fault(_reader.Current, "A name in a mapping is no text, and JSON knows no others");

    /// <summary>What a mapping says itself holds, and of several that are merged into it the first.</summary>
    private void Merge(JsonObject members, JsonNode? source)
    {
        switch (source)
        {
            case JsonArray sources:
                sources.ToList().ForEach(item => Merge(members, item));
                break;
            case JsonObject more:
                foreach (var member in more.Where(member => !members.ContainsKey(member.Key)))
                {
                    members[member.Key] = Copy(member.Value, _reader.Current);
                }

                break;
        }
    }

    private JsonNode? Keep(AnchorName anchor, JsonNode? node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private JsonNode? Copy(AnchorAlias alias)
        => _open.Contains(alias.Value) ? throw Fault(alias, $"The alias '*{alias.Value}' is part of what it refers to")
            : _anchors.TryGetValue(alias.Value, out var node) ? Copy(node, alias)
            : throw Fault(alias, $"The alias '*{alias.Value}' refers to nothing");

    private JsonNode? Copy(JsonNode? node, ParsingEvent place)
    {
        if (++_copies > MaxCopies)
        {
            throw Fault(place, $"Its aliases add up to more than {MaxCopies} values");
        }

        switch (node)
        {
            case JsonObject members:
                var copy = new JsonObject();
                foreach (var member in members)
                {
                    copy[member.Key] = Copy(member.Value, place);
                }

                return copy;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Copy(item, place))]);
            case JsonValue value:
                var scalar = value.DeepClone();
                _written.AddCopy(value, scalar);
                return scalar;
            default:
                return null;
        }
    }

    private static YamlException Fault(ParsingEvent place, string reason) => new(place.Start, place.End, reason);
}
