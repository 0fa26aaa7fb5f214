using System.Text;
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
            .Concat(_pathValues.Concat(BodyTexts()).Where(static value => SecretNames.IsTelltale(value.Key)))
            .ToList();
        secrets.AddValues(given.Count == 0 ? null : given);
    }

    /// <summary>The texts of a JSON or XML body or a form, by the names of their members, elements, attributes or fields.</summary>
    private IEnumerable<KeyValuePair<string, string>> BodyTexts()
    {
        if (_body is null)
        {
            return _form?.Fields ?? [];
        }

        if (_contentType == FormType)
        {
            return KnownSecrets.Query($"?{Encoding.UTF8.GetString(_body().Bytes.Span)}");
        }

        if (_isXml)
        {
            return XmlBody.Texts(_body().Bytes);
        }

        if (_contentType != JsonType)
        {
            return [];
        }

        using var json = JsonDocument.Parse(_body().Bytes);
        return Texts("", json.RootElement).ToList();
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(static member => Texts(member.Name, member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Texts(name, item)),
        JsonValueKind.String => [new(name, value.GetString()!)],
        _ => [],
    };
}
