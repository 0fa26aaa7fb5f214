using System.Buffers;
using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Makes a map of the headers or form fields of an upload, whatever type the API's document gives them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UploadTexts
{
    /// <summary>The members of a record that are set.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="model">The record.</param>
    /// <returns>The members by their JSON names; <see langword="null"/> for no record.</returns>
    /// <exception cref="JsonException">A member is an object or a list.</exception>
    public static IReadOnlyDictionary<string, string>? From<T>(T? model)
        where T : class, IJsonModel<T>
    {
        if (model is null)
        {
            return null;
        }

        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            model.Write(writer);
        }

        using var document = JsonDocument.Parse(json.WrittenMemory);
        return From(document.RootElement);
    }

    /// <summary>The members of a JSON object, or of one written into a string.</summary>
    /// <param name="element">The object.</param>
    /// <returns>The members that aren't null; <see langword="null"/> for no object.</returns>
    /// <exception cref="JsonException">It is no object, or a member is an object or a list.</exception>
    public static IReadOnlyDictionary<string, string>? From(JsonElement? element)
    {
        return element switch
        {
            null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
            { ValueKind: JsonValueKind.Object } members => From(members.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value))),
            { ValueKind: JsonValueKind.String } text => From(Parsed(text.GetString()!)),
            { ValueKind: var kind } => throw new JsonException($"A {kind} stands where the headers or fields of the upload belong."),
        };
    }

    /// <summary>The entries of a map.</summary>
    /// <param name="map">The map.</param>
    /// <returns>The entries that aren't null; <see langword="null"/> for no map.</returns>
    /// <exception cref="JsonException">An entry is an object or a list.</exception>
    public static IReadOnlyDictionary<string, string>? From(IReadOnlyDictionary<string, JsonElement>? map) => map is null ? null : From(map.AsEnumerable());

    /// <inheritdoc cref="From(IReadOnlyDictionary{string, JsonElement}?)"/>
    public static IReadOnlyDictionary<string, string>? From(IReadOnlyDictionary<string, string?>? map)
    {
        return map?.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> From(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((var name, var value) in members)
        {
            if (value.ValueKind is JsonValueKind.Null)
            {
                continue;
            }

            texts[name] = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Object or JsonValueKind.Array
                    => throw new JsonException($"The header or field {name} of the upload is no text but an {value.ValueKind}."),
                _ => value.GetRawText(),
            };
        }

        return texts;
    }

    private static JsonElement Parsed(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw new JsonException("The headers or fields of the upload are a text that holds no JSON object.");
    }
}
