using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Collects headers or form fields from an answer. What can't be sent as it is said ends the upload before storage sees any of it.</summary>
/// <param name="operationId">Id of the operation that answered.</param>
/// <param name="member">The member of its answer that holds them.</param>
internal sealed class TextEntries(string operationId, string member)
{
    private readonly List<KeyValuePair<string, string>> _entries = [];

    public IReadOnlyList<KeyValuePair<string, string>> All => _entries;

    /// <summary>Adds what a JSON value says, in whichever of the shapes it has.</summary>
    public void AddAll(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when IsTwoLists(value):
                AddLists(Texts(value, EntryNames.IsNames), Texts(value, EntryNames.IsValues));
                break;
            case JsonValueKind.Object:
                foreach (var entry in value.EnumerateObject())
                {
                    AddMember(entry.Name, entry.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    AddPair(item);
                }

                break;
            case JsonValueKind.String:
                AddParsed(value.GetString()!);
                break;
            default:
                throw Unreadable($"is a {value.ValueKind}, and no object or list of texts");
        }
    }

    /// <summary>Adds what the JSON in a text says.</summary>
    public void AddParsed(string json)
    {
        using var document = Parse(json);
        if (document?.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            throw Unreadable("is a text that holds no JSON object or list");
        }

        AddAll(document.RootElement);
    }

    /// <summary>Adds a member of an object: a text, or a list of texts that all have the member's name. A member that is null isn't there.</summary>
    public void AddMember(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Add(name, Text(name, item));
            }
        }
        else if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        {
            Add(name, Text(name, value));
        }
    }

    /// <summary>Adds an object that has a name and a value.</summary>
    public void AddPair(JsonElement pair)
    {
        if (pair.ValueKind != JsonValueKind.Object)
        {
            throw Unreadable($"has {Next} that is no object with a name and a value");
        }

        var names = pair.EnumerateObject().Where(part => EntryNames.IsName(part.Name) && part.Value.ValueKind != JsonValueKind.Null).ToList();
        if (names.Count > 1)
        {
            throw Unreadable($"has {Next} with several names ({string.Join(", ", names.Select(part => part.Name))})");
        }

        var name = names.Count == 0 ? null : Text(null, names[0].Value);
        var value = pair.EnumerateObject().FirstOrDefault(part => EntryNames.IsValue(part.Name)).Value;
        Add(name, Text(name, value));
    }

    /// <summary>Adds a name and its value each of two lists.</summary>
    public void AddLists(IReadOnlyList<string?> names, IReadOnlyList<string?> values)
    {
        if (names.Count != values.Count)
        {
            throw Unreadable(FormattableString.Invariant($"has {names.Count} names and {values.Count} values"));
        }

        for (var i = 0; i < names.Count; i++)
        {
            Add(names[i], values[i]);
        }
    }

    /// <summary>Adds a line <c>Name: value</c>.</summary>
    public void AddLine(string? line)
    {
        var colon = line?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0)
        {
            throw Unreadable($"has {Next} that isn't written as \"Name: value\"");
        }

        Add(line![..colon].Trim(' ', '\t'), line[(colon + 1)..].Trim(' ', '\t'));
    }

    public void Add(string? name, string? value)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw Unreadable($"has {Next} without a name");
        }

        _entries.Add(KeyValuePair.Create(name, value ?? throw Unreadable($"has no value for {Shown(name)}")));
    }

    private string Next => FormattableString.Invariant($"an entry (number {_entries.Count + 1})");

    /// <summary>Whether an object is two lists, of names and of values. One of them alone is that, too: the other is missing.</summary>
    private static bool IsTwoLists(JsonElement value)
        => value.EnumerateObject().Any(list => list.Value.ValueKind == JsonValueKind.Array)
            && value.EnumerateObject().All(list => (EntryNames.IsNames(list.Name) || EntryNames.IsValues(list.Name))
                && list.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Null);

    private List<string?> Texts(JsonElement lists, Func<string, bool> isWanted)
        => lists.EnumerateObject().FirstOrDefault(list => isWanted(list.Name)).Value is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(item => Text(null, item)).ToList()
            : [];

    /// <summary>A value as it is sent: numbers and booleans as JSON writes them.</summary>
    private string? Text(string? name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object or JsonValueKind.Array
            => throw Unreadable($"has {(string.IsNullOrEmpty(name) ? Next : Shown(name))}, which is no text but an {value.ValueKind}"),
        _ => value.GetRawText(),
    };

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            // Its message may quote the text, which may be a secret.
            return null;
        }
    }

    /// <summary>A name that may stand in a message. A server may write there what it likes, so only what a header can be called is shown.</summary>
    private string Shown(string name) => HttpSyntax.IsToken(name) ? Redaction.Name(name) ?? Next : Next;

    private UploadException Unreadable(string problem) => new(
        $"{operationId}: {member} in the API's answer {problem}, so it can't be sent with the file as the API wants it. "
        + "Nothing was sent to storage; this is for the API's operator to mend.",
        UploadStep.Put, operationId)
    {
        IsStored = false,
    };
}
