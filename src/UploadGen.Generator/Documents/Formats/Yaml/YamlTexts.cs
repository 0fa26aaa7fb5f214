using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UploadGen.Generator.Documents.Formats.Yaml;

/// <summary>Finds the values of members by their name, however they are written: in quotes, plain, folded over lines, or by an alias.</summary>
/// <param name="wanted">The name.</param>
internal sealed class YamlTexts(string wanted)
{
    private readonly List<string> _found = [];
    private readonly Dictionary<AnchorName, string> _anchors = [];

    private readonly Stack<Level> _open = new();

    public static IReadOnlyList<string> Find(string text, string name)
    {
        var texts = new YamlTexts(name);
        try
        {
            for (var reader = YamlReader.Open(text); reader.Current is not StreamEnd; reader.MoveNext())
            {
                texts.Take(reader.Current);
            }
        }
        catch (YamlException)
        {
            // A text that breaks off: what was found stands.
        }

        return texts._found;
    }

    private void Take(ParsingEvent item)
    {
        switch (item)
        {
            case Scalar scalar:
                Keep(scalar);
                TakeText(scalar.Value);
                break;
            case AnchorAlias alias:
                TakeText(_anchors.TryGetValue(alias.Value, out var text) ? text : null);
                break;
            case MappingStart:
                _open.Push(new Level(IsMapping: true));
                break;
            case SequenceStart:
                _open.Push(new Level(IsMapping: false));
                break;
            case MappingEnd or SequenceEnd:
                _open.Pop();
                TakeText(null);
                break;
        }
    }

    private void Keep(Scalar scalar)
    {
        if (!scalar.Anchor.IsEmpty)
        {
            _anchors[scalar.Anchor] = scalar.Value;
        }
    }

    /// <summary>Takes a name or a value that has ended: a text, or anything else.</summary>
    private void TakeText(string? text)
    {
        if (_open.Count == 0 || !_open.Peek().IsMapping)
        {
            return;
        }

        var level = _open.Pop();
        if (level.IsAtValue && level.Name == wanted && text is not null)
        {
            _found.Add(text);
        }

        _open.Push(level with { IsAtValue = !level.IsAtValue, Name = text });
    }

    /// <summary>A mapping or sequence that has not ended.</summary>
    /// <param name="IsAtValue">Whether the value of a mapping's <paramref name="Name"/> comes next, and not a name.</param>
    private readonly record struct Level(bool IsMapping, bool IsAtValue = false, string? Name = null);
}
