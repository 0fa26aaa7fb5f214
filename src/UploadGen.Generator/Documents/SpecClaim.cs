using System.Text;
using System.Text.Json;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Documents.Formats;

/// <summary>
/// Tells whether a text is an OpenAPI document: JSON whose root object has an <c>openapi</c> (or, for 2.0, a
/// <c>swagger</c>) member. Reads tokens only, so that other JSON files and 20 MB of garbage cost next to nothing.
/// </summary>
/// <param name="IsSwagger">Whether it calls itself <c>swagger</c>, as 2.0 did.</param>
internal readonly record struct SpecClaim(bool IsClaimed, bool IsSwagger, string? Version, SpecProblem? Problem)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 1000 };

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = SpecParser.MaxDepth };

    public static SpecClaim Of(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var version = FindVersion(utf8, out var isSwagger, out var problem);
        if (version is null)
        {
            return new SpecClaim(false, false, null, problem);
        }

        return new SpecClaim(true, isSwagger, version, ReadThrough(utf8));
    }

    /// <summary>Reads the root's member names up to the version. Comments are let pass here: the file may be somebody else's.</summary>
    private static string? FindVersion(byte[] utf8, out bool isSwagger, out SpecProblem? problem)
    {
        isSwagger = false;
        problem = null;
        var reader = new Utf8JsonReader(utf8, Lenient);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                isSwagger = reader.ValueTextEquals("swagger"u8);
                var isVersion = isSwagger || reader.ValueTextEquals("openapi"u8);
                reader.Read();
                if (isVersion)
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
                }

                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            problem = NotJson(exception, utf8);
        }

        return null;
    }

    /// <summary>The first place at which a claimed text stops being JSON, if there is one.</summary>
    private static SpecProblem? ReadThrough(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8, Strict);
        try
        {
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException exception)
        {
            return NotJson(exception, utf8);
        }
    }

    private static SpecProblem NotJson(Exception exception, byte[] utf8)
    {
        var json = exception as JsonException;
        var isEmpty = utf8.All(value => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
        var reason = isEmpty ? "the file is empty" : FirstSentence(exception.Message);
        return SpecProblem.At((int)(json?.LineNumber ?? 0), (int)(json?.BytePositionInLine ?? 0), SpecProblemKind.NotReadable, reason);
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
