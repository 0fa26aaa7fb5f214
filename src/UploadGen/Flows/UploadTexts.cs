using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Reads the headers or form fields of an upload out of an API's answer, whatever type the API's document gives them.</summary>
/// <remarks>
/// Each method gives the entries in their order, or <see langword="null"/> for a member that isn't there. A member of an object that is null counts as one
/// that isn't there. A name may stand in several entries.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UploadTexts
{
    /// <summary>The members of a record that are set.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="model">The record.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">The member of its answer that holds the record.</param>
    /// <exception cref="UploadException">The record holds more than texts; nothing was sent.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? From<T>(T? model, string operationId, string member)
        where T : class, IJsonModel<T>
    {
        return model is null ? null : From(Json(model), operationId, member);
    }

    /// <summary>A list of records with a name and a value each.</summary>
    /// <typeparam name="T">The records' type.</typeparam>
    /// <param name="models">The records.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">The member of its answer that holds the list.</param>
    /// <exception cref="UploadException">A record is null or lacks its name or value; nothing was sent.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? From<T>(IReadOnlyList<T?>? models, string operationId, string member)
        where T : class, IJsonModel<T>
    {
        if (models is null)
        {
            return null;
        }

        var entries = new TextEntries(operationId, member);
        foreach (var model in models)
        {
            entries.AddPair(model is null ? default : Json(model));
        }

        return entries.All;
    }

    /// <summary>A list of any JSON objects with a name and a value each.</summary>
    /// <param name="items">The objects.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">The member of its answer that holds the list.</param>
    /// <exception cref="UploadException">An item is no object, or lacks its name or value; nothing was sent.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? From(IReadOnlyList<JsonElement>? items, string operationId, string member)
    {
        if (items is null)
        {
            return null;
        }

        var entries = new TextEntries(operationId, member);
        foreach (var item in items)
        {
            entries.AddPair(item);
        }

        return entries.All;
    }

    /// <summary>
    /// Whatever a JSON value says: an object of texts or of lists of texts; a list of objects with a name and a value each; an object of two lists, of the
    /// names and of the values; a text that holds one of these as JSON.
    /// </summary>
    /// <param name="element">The value.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">The member of its answer that holds the value.</param>
    /// <exception cref="UploadException">It is none of these, or an entry lacks its name or value; nothing was sent.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? From(JsonElement? element, string operationId, string member)
    {
        if (element is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
        {
            return null;
        }

        var entries = new TextEntries(operationId, member);
        entries.AddAll(element.Value);
        return entries.All;
    }

    /// <summary>JSON that is written into a text: any value that may stand in an answer itself.</summary>
    /// <param name="json">The text.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">The member of its answer that holds the text.</param>
    /// <exception cref="UploadException">It is no JSON, or no such value; nothing was sent.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? From(string? json, string operationId, string member)
    {
        if (json is null)
        {
            return null;
        }

        var entries = new TextEntries(operationId, member);
        entries.AddParsed(json);
        return entries.All;
    }

    /// <summary>The entries of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">The member of its answer that holds the map.</param>
    /// <exception cref="UploadException">An entry is no text; nothing was sent.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? From(IReadOnlyDictionary<string, JsonElement>? map, string operationId, string member)
    {
        if (map is null)
        {
            return null;
        }

        var entries = new TextEntries(operationId, member);
        foreach ((var name, var value) in map)
        {
            entries.AddMember(name, value);
        }

        return entries.All;
    }

    /// <inheritdoc cref="From(IReadOnlyDictionary{string, JsonElement}?, string, string)"/>
    public static IReadOnlyList<KeyValuePair<string, string>>? From(IReadOnlyDictionary<string, string?>? map, string operationId, string member)
    {
        return map?.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, entry.Value!)).ToList();
    }

    /// <summary>The entries of a map of lists: a name with two texts is there twice.</summary>
    /// <typeparam name="TTexts">The lists' type.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">The member of its answer that holds the map.</param>
    /// <exception cref="UploadException">A list holds null; nothing was sent.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? From<TTexts>(IReadOnlyDictionary<string, TTexts>? map, string operationId, string member)
        where TTexts : IEnumerable<string?>?
    {
        if (map is null)
        {
            return null;
        }

        var entries = new TextEntries(operationId, member);
        foreach ((var name, var values) in map)
        {
            foreach (var value in values ?? Enumerable.Empty<string?>())
            {
                entries.Add(name, value);
            }
        }

        return entries.All;
    }

    /// <summary>Two lists, of the names and of the values.</summary>
    /// <param name="names">The names.</param>
    /// <param name="values">The value of each name.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">The member of its answer that holds the lists.</param>
    /// <exception cref="UploadException">The lists aren't equally long, or one holds null; nothing was sent.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? FromLists(
        IReadOnlyList<string?>? names, IReadOnlyList<string?>? values, string operationId, string member)
    {
        if (names is null && values is null)
        {
            return null;
        }

        var entries = new TextEntries(operationId, member);
        entries.AddLists(names ?? [], values ?? []);
        return entries.All;
    }

    /// <summary>A list of lines, <c>Name: value</c> each.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">The member of its answer that holds the list.</param>
    /// <exception cref="UploadException">A line has no name or no colon; nothing was sent.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? FromLines(IReadOnlyList<string?>? lines, string operationId, string member)
    {
        if (lines is null)
        {
            return null;
        }

        var entries = new TextEntries(operationId, member);
        foreach (var line in lines)
        {
            entries.AddLine(line);
        }

        return entries.All;
    }

    private static JsonElement Json<T>(T model)
        where T : class, IJsonModel<T>
    {
        using var document = JsonDocument.Parse(JsonBody.Write(model, static (writer, value) => value.Write(writer)));
        return document.RootElement.Clone();
    }
}
