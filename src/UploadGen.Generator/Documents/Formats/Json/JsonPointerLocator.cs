using System.Globalization;
using System.Text.Json;

namespace UploadGen.Generator.Documents.Formats.Json;

/// <summary>
/// Finds where in a JSON text pointers lead, all in one pass. Microsoft.OpenApi's problems carry pointers, and an editor wants a
/// place.
/// </summary>
internal static class JsonPointerLocator
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = DocumentFormat.MaxDepth,
    };

    /// <summary>
    /// The octets of the value at each pointer, or of the deepest part of the way there that exists. An object or array is
    /// represented by the name it has in its parent.
    /// </summary>
    public static IReadOnlyDictionary<string, TextRange> Find(byte[] utf8, IEnumerable<string> pointers)
    {
        var tree = new PointerTree(pointers);
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            reader.Read();
            Visit(ref reader, tree.Root);
        }
        catch (JsonException)
        {
            // A text that breaks off: what was found of each way stands.
        }

        return tree.Found;
    }

    private static void Visit(ref Utf8JsonReader reader, PointerTree.Node node)
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

    private static void VisitMembers(ref Utf8JsonReader reader, PointerTree.Node node)
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

    private static void VisitItems(ref Utf8JsonReader reader, PointerTree.Node node)
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
    private static TextRange Token(ref Utf8JsonReader reader)
    {
        var quotes = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? 2 : 0;
        return new TextRange((int)reader.TokenStartIndex, reader.ValueSpan.Length + quotes);
    }
}
