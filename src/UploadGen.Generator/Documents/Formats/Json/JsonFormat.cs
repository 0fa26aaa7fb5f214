using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Formats.Json;

/// <summary>JSON (RFC 8259), with the comments and trailing commas that editors let pass.</summary>
internal sealed class JsonFormat : DocumentFormat
{
    /// <summary>Nobody else's file is wrong because it is nested deep.</summary>
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 1000 };

    public override IReadOnlyList<string> Extensions { get; } = [".json"];

    public override TextFault? ReadRoot(string text, IReadOnlyCollection<string> names, Func<RootMember, bool> visit)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            var goesOn = true;
            while (goesOn && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                goesOn = !names.Contains(name) || visit(Member(name, ref reader));
                if (goesOn)
                {
                    reader.Skip();
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Fault(exception, utf8);
        }
    }

    public override JsonObject Parse(string text, ICollection<DuplicateName> duplicates)
    {
        try
        {
            var root = JsonParser.Parse(text, MaxDepth, out var hasDuplicates);
            foreach (var name in hasDuplicates ? JsonDuplicates.Find(Encoding.UTF8.GetBytes(text), Options) : [])
            {
                duplicates.Add(name);
            }

            return root as JsonObject ?? throw new DocumentFormatException(new TextFault(0, 0, "its root is no object"));
        }
        catch (JsonException exception)
        {
            throw new DocumentFormatException(Fault(exception, Encoding.UTF8.GetBytes(text)));
        }
    }

    public override IEnumerable<string> FindTexts(string text, string name)
    {
        var found = new List<string>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), Options);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name) && reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    found.Add(reader.GetString()!);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A text that breaks off, or half a surrogate pair: what was found stands.
        }

        return found;
    }

    public override IReadOnlyDictionary<string, TextRange> Locate(string text, IReadOnlyCollection<string> pointers)
    {
        // JSON is read by octets, an editor counts characters: both are counted on, in the order of the text.
        var utf8 = Encoding.UTF8.GetBytes(text);
        var ranges = new Dictionary<string, TextRange>(StringComparer.Ordinal);
        var octets = 0;
        var characters = 0;
        foreach (var found in JsonPointerLocator.Find(utf8, pointers).OrderBy(found => found.Value.Start))
        {
            characters += Encoding.UTF8.GetCharCount(utf8, octets, found.Value.Start - octets);
            octets = found.Value.Start;
            ranges[found.Key] = new TextRange(characters, Encoding.UTF8.GetCharCount(utf8, octets, found.Value.Length));
        }

        return ranges;
    }

    private static RootMember Member(string name, ref Utf8JsonReader reader)
        => reader.TokenType switch
        {
            JsonTokenType.String => new RootMember(name, reader.GetString()!, IsString: true),
            JsonTokenType.Number => new RootMember(name, Encoding.UTF8.GetString(reader.ValueSpan.ToArray()), IsString: false),
            _ => new RootMember(name, "", IsString: false),
        };

    private static TextFault Fault(Exception exception, byte[] utf8)
    {
        var line = (int)((exception as JsonException)?.LineNumber ?? 0);
        var octets = (int)((exception as JsonException)?.BytePositionInLine ?? 0);
        var isEmpty = utf8.All(value => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
        return new TextFault(line, Column(utf8, line, octets), isEmpty ? "the file is empty" : FirstSentence(exception.Message));
    }

    /// <summary>System.Text.Json counts the octets of a line; an editor counts characters.</summary>
    private static int Column(byte[] utf8, int line, int octets)
    {
        var start = 0;
        for (; line > 0 && start < utf8.Length; start++)
        {
            line -= utf8[start] == (byte)'\n' ? 1 : 0;
        }

        return Encoding.UTF8.GetCharCount(utf8, start, Math.Min(octets, utf8.Length - start));
    }

    /// <summary>System.Text.Json appends advice for programmers and the position; the position is the diagnostic's own.</summary>
    private static string FirstSentence(string message)
    {
        foreach (var addition in new[] { " LineNumber:", " Change the reader options" })
        {
            var end = message.IndexOf(addition, StringComparison.Ordinal);
            message = end < 0 ? message : message.Substring(0, end);
        }

        return message.TrimEnd('.', ' ');
    }
}
