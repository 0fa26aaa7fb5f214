using System.Text.Json;

namespace UploadGen.Core;

/// <content>What of the request may be a secret though the document doesn't say so.</content>
public sealed partial class ApiRequest
{
    /// <summary>
    /// Keeps in mind what the caller gave as a token, by its name or because it looks like one. Only a failure tells anything, so it is called then.
    /// </summary>
    internal void AddSecrets(KnownSecrets secrets)
    {
        var given = _headers.Where(static header => !header.Key.EndsWith("-id", StringComparison.OrdinalIgnoreCase))
            .Concat(KnownSecrets.Query($"?{_query}"))
            .Where(static value => SecretNames.IsTelltale(value.Key) || !PlainText.IsPlain(Uri.UnescapeDataString(value.Value)))
            .Concat(SecretMembers())
            .ToList();
        secrets.AddValues(given.Count == 0 ? null : given);
    }

    /// <summary>The texts of a JSON body whose members are called as secrets are.</summary>
    private List<KeyValuePair<string, string>> SecretMembers()
    {
        if (_contentType != JsonType || _body is null)
        {
            return [];
        }

        using var json = JsonDocument.Parse(_body().Bytes);
        return Texts("", json.RootElement).Where(static text => SecretNames.IsTelltale(text.Key)).ToList();
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(static member => Texts(member.Name, member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Texts(name, item)),
        JsonValueKind.String => [new(name, value.GetString()!)],
        _ => [],
    };
}
