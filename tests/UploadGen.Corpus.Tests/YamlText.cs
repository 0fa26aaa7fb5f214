using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UploadGen.Corpus.Tests;

/// <summary>JSON as YAML text, and such text damaged.</summary>
internal static class YamlText
{
    private static readonly string[] Insertions =
    [
        "&a ", "*a ", "!!str ", "- ", ": ", "? ", "\t", "[", "}", "'", "\"", "|\n", "---\n", "<<: ", "# ", "\r\n", "%", "@", "null", "0x",
    ];

    public static string Write(JsonObject document)
    {
        using var text = new StringWriter();
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: 120, isCanonical: false, maxSimpleKeyLength: 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(emitter, document);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    /// <summary>Takes a run of characters out, doubles it, or puts something of YAML's own in.</summary>
    public static string Damage(string text, Random random)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var start = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 40), text.Length - start);
            text = random.Next(3) switch
            {
                0 => text.Remove(start, length),
                1 => text.Insert(start, text.Substring(start, length)),
                _ => text.Insert(start, Insertions[random.Next(Insertions.Length)]),
            };
        }

        return random.Next(20) == 0 ? text[..random.Next(text.Length)] : text;
    }

    private static void Write(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var member in members)
                {
                    WriteText(emitter, member.Key);
                    Write(emitter, member.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray items:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                items.ToList().ForEach(item => Write(emitter, item));
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                WriteText(emitter, text.GetValue<string>());
                break;
            default:
                var plain = node?.ToJsonString() ?? "null";
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, plain, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
        }
    }

    /// <summary>Words stand plain, everything else in quotes.</summary>
    private static void WriteText(Emitter emitter, string text)
    {
        var style = text.Length > 1
            && char.IsAsciiLetter(text[0])
            && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '/')
            && !IsWord(text)
            ? ScalarStyle.Plain
            : ScalarStyle.DoubleQuoted;
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: style == ScalarStyle.Plain, isQuotedImplicit: true));
    }

    private static bool IsWord(string text) => text.ToUpperInvariant() is "TRUE" or "FALSE" or "NULL";
}
