using System.Globalization;
using System.Text.Json;

namespace UploadGen.Generator.Documents.Formats.Json;

/// <summary>
/// Finds where in a JSON text pointers lead, all in one pass. Microsoft.OpenApi's problems carry pointers, and an editor wants a
/// place.
/// </summary>
internal sealed class JsonPointerLocator
{
    private readonly Node _root = new();

    private JsonPointerLocator()
    {
    }

    /// <summary>
    /// The octets of the value at each pointer, or of the deepest part of the way there that exists. An object or array is
    /// represented by the name it has in its parent.
    /// </summary>
    public static IReadOnlyDictionary<string, (int Start, int Length)> Find(byte[] utf8, IEnumerable<string> pointers)
    {
        var locator = new JsonPointerLocator();
        var ends = pointers.Distinct(StringComparer.Ordinal).ToDictionary(pointer => pointer, locator.Add, StringComparer.Ordinal);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DocumentFormat.MaxDepth });
        try
        {
            reader.Read();
            Visit(ref reader, locator._root);
        }
        catch (JsonException)
        {
            // A text that breaks off: what was found of each way stands.
        }

        return ends.ToDictionary(end => end.Key, end => end.Value.DeepestFound, StringComparer.Ordinal);
    }

    private Node Add(string pointer)
        => pointer.Split('/').Skip(1).Select(DocumentPointer.Unescape).Aggregate(_root, (node, segment) => node.Child(segment));

    private static void Visit(ref Utf8JsonReader reader, Node node)
    {
        if (!node.HasChildren)
        {
            reader.Skip();
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            VisitMembers(ref reader, node);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            VisitItems(ref reader, node);
        }
    }

    private static void VisitMembers(ref Utf8JsonReader reader, Node node)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Token(ref reader);
            var child = node.Find(reader.GetString()!);
            reader.Read();
            if (child is null)
            {
                reader.Skip();
                continue;
            }

            child.Place = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? name : Token(ref reader);
            Visit(ref reader, child);
        }
    }

    private static void VisitItems(ref Utf8JsonReader reader, Node node)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (node.Find(i.ToString(CultureInfo.InvariantCulture)) is { } child)
            {
                child.Place = Token(ref reader);
                Visit(ref reader, child);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>The token with its quotes. (The reader has consumed the colon behind a name too.)</summary>
    private static (int Start, int Length) Token(ref Utf8JsonReader reader)
    {
        var quotes = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? 2 : 0;
        return ((int)reader.TokenStartIndex, reader.ValueSpan.Length + quotes);
    }

    /// <summary>A segment of the pointers asked for; pointers that begin alike share it.</summary>
    private sealed class Node(Node? parent = null)
    {
        private readonly Dictionary<string, Node> _children = new(StringComparer.Ordinal);

        public bool HasChildren => _children.Count > 0;

        public (int Start, int Length)? Place { get; set; }

        public (int Start, int Length) DeepestFound => Place ?? parent?.DeepestFound ?? (0, 0);

        public Node? Find(string segment) => _children.TryGetValue(segment, out var child) ? child : null;

        public Node Child(string segment)
        {
            if (Find(segment) is not { } child)
            {
                _children[segment] = child = new Node(this);
            }

            return child;
        }
    }
}
