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
        var steps = new List<Step>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= position)
            {
                Follow(ref reader, steps);
            }
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            // Not JSON from here on: the path is that of what was being read.
        }

        return Render(steps);
    }

    private static void Follow(ref Utf8JsonReader reader, List<Step> steps)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            steps[^1] = steps[^1] with { Name = reader.GetString() };
            return;
        }

        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            steps.RemoveAt(steps.Count - 1);
            return;
        }

        if (steps.Count > 0 && steps[^1].IsArray)
        {
            steps[^1] = steps[^1] with { Index = steps[^1].Index + 1 };
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            steps.Add(new Step(IsArray: false, null, -1));
        }

        if (reader.TokenType == JsonTokenType.StartArray)
        {
            steps.Add(new Step(IsArray: true, null, -1));
        }
    }

    private static string Render(List<Step> steps)
    {
        var path = new StringBuilder("$");
        foreach (var step in steps)
        {
            if (step.Index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            }
            else if (step.Name is not null)
            {
                Append(path, step.Name);
            }
        }

        return path.ToString();
    }

    /// <summary>Adds a member to a path: <c>.name</c>, or <c>['any name']</c> where that would be ambiguous.</summary>
    public static StringBuilder Append(StringBuilder path, string name)
        => name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-')
            ? path.Append('.').Append(name)
            : path.Append("['").Append(name.Replace("'", "\\'", StringComparison.Ordinal)).Append("']");

    private readonly record struct Step(bool IsArray, string? Name, int Index);
}
