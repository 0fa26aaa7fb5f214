using System.Globalization;
using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Finds the JSON path of a place in a document, by reading the document again up to there.</summary>
internal static class JsonPathLocator
{
    /// <summary>Path such as <c>$.items[3].asset_id</c> of the token that starts at or before a byte.</summary>
    /// <param name="json">The document.</param>
    /// <param name="position">Offset of the byte at which reading stopped.</param>
    public static string Find(ReadOnlySpan<byte> json, long position)
    {
        var levels = new List<Level>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= position)
            {
                Follow(ref reader, levels);
            }
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            // From here on it isn't JSON. The path so far is that of the value that was being read.
        }

        return Render(levels);
    }

    private static void Follow(ref Utf8JsonReader reader, List<Level> levels)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            levels[^1] = levels[^1] with { Name = reader.GetString() };
            return;
        }

        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            levels.RemoveAt(levels.Count - 1);
            return;
        }

        if (levels.Count > 0 && levels[^1].IsArray)
        {
            levels[^1] = levels[^1] with { Index = levels[^1].Index + 1 };
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            levels.Add(new Level(IsArray: false, null, -1));
        }

        if (reader.TokenType == JsonTokenType.StartArray)
        {
            levels.Add(new Level(IsArray: true, null, -1));
        }
    }

    private static string Render(List<Level> levels)
    {
        var path = new StringBuilder("$");
        foreach (var level in levels)
        {
            if (level.Index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{level.Index}]");
            }
            else if (level.Name is not null)
            {
                Append(path, level.Name);
            }
        }

        return path.ToString();
    }

    /// <summary>Adds a member to a path: <c>.name</c>, or <c>['any name']</c> where that would be ambiguous.</summary>
    /// <remarks>A name that may be a token stays out: in a map, names are values of the server's.</remarks>
    public static StringBuilder Append(StringBuilder path, string name)
        => !Redaction.IsHarmless(name, secrets: null) ? path.Append("['…']")
            : name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-')
            ? path.Append('.').Append(name)
            : path.Append("['").Append(name.Replace("'", "\\'", StringComparison.Ordinal)).Append("']");

    private readonly record struct Level(bool IsArray, string? Name, int Index);
}
