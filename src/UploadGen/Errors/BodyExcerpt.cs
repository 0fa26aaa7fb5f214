using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>
/// What a message shows of an answer's body. Of an error: its text, and of JSON the members that say what is wrong. Of an answer that should have been a
/// success: its shape alone, for its values are what a caller keeps secret.
/// </summary>
internal sealed partial class BodyExcerpt
{
    private const int LongestExcerpt = 500;
    private const int LongestNumber = 12;

    /// <summary>Members of errors that say what is wrong, in lower case and without what joins words.</summary>
    private static readonly FrozenSet<string> Telling = new[]
    {
        "allowed", "attribute", "category", "cause", "code", "codes", "constraint", "description", "detail", "details", "domain", "error", "errorcode",
        "errordescription", "errordetail", "errordetails", "errormessage", "errors", "errorsubcode", "errorsummary", "errortype", "exception", "expected",
        "fault", "faultcode", "faultstring", "field", "hint", "instance", "issue", "issues", "keyword", "kind", "level", "limit", "loc", "max", "maximum",
        "message", "messages", "min", "minimum", "moreinfo", "msg", "param", "parameter", "path", "pointer", "problem", "problems", "property", "reason",
        "reasons", "retryafter", "rule", "severity", "status", "statuscode", "statustext", "subcode", "suggestion", "summary", "target", "timestamp",
        "title", "type", "validator", "violation", "violations", "warning", "warnings",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly KnownSecrets _secrets;
    private readonly bool _isError;
    private readonly StringBuilder _shown = new();

    private BodyExcerpt(KnownSecrets secrets, bool isError) => (_secrets, _isError) = (secrets, isError);

    /// <param name="text">The body, or its start.</param>
    /// <param name="isError">Whether it is that of an error.</param>
    /// <param name="isWhole">Whether the text is the whole body.</param>
    /// <param name="secrets">What must not be shown.</param>
    public static string Of(string text, bool isError, bool isWhole, KnownSecrets secrets)
    {
        text = text.Trim().TrimStart('\uFEFF');
        var excerpt = text is ['{' or '[' or '"', ..] or "null" or "true" or "false" ? new BodyExcerpt(secrets, isError).OfJson(text)
            : isError || Page().IsMatch(text) ? Redaction.Text(isWhole ? text : WithoutLastPiece(text), secrets) + (isWhole ? "" : "…")
            : Markup(text);
        return Redaction.Shorten(Redaction.WithoutSecrets(excerpt, secrets), LongestExcerpt);
    }

    /// <summary>The tags of another answer than JSON.</summary>
    private static string Markup(string text)
    {
        var shown = Content().Replace(
            text, static match => match.Groups["tag"] is { Success: true } tag && Redaction.Name(tag.Value) is not null ? $"<{tag}>" : "…");
        return Redaction.Text(shown, null);
    }

    /// <summary>A token that is cut no longer looks like one.</summary>
    private static string WithoutLastPiece(string text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    private string OfJson(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, default);
        try
        {
            Read(ref reader);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            // From here on it isn't JSON.
            _shown.Append(Redaction.Omission);
        }

        return _shown.ToString();
    }

    private void Read(ref Utf8JsonReader reader)
    {
        var members = new Stack<(string? Name, bool IsList)>();
        string? name = null;
        var follows = false;
        while (_shown.Length <= LongestExcerpt)
        {
            if (!reader.Read())
            {
                if (reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.None)
                {
                    _shown.Append(Redaction.Omission);
                }

                return;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                members.Pop();
                _shown.Append(reader.TokenType == JsonTokenType.EndObject ? '}' : ']');
                follows = true;
                continue;
            }

            if (follows)
            {
                _shown.Append(',');
            }

            follows = false;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    _shown.Append('"').Append(Redaction.Text(name, _secrets)).Append("\":");
                    break;
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    var isList = reader.TokenType == JsonTokenType.StartArray;
                    members.Push((isList && members.TryPeek(out var outer) && outer.IsList ? outer.Name : name, isList));
                    _shown.Append(isList ? '[' : '{');
                    break;
                default:
                    var inList = members.TryPeek(out var holder) && holder.IsList;
                    _shown.Append(Value(ref reader, inList ? holder.Name : name, inList));
                    follows = true;
                    break;
            }
        }
    }

    private string Value(ref Utf8JsonReader reader, string? name, bool inList) => reader.TokenType switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.Number => _isError && reader.ValueSpan.Length <= LongestNumber && (IsTelling(name) || !IsTelltale(name))
            ? Encoding.UTF8.GetString(reader.ValueSpan)
            : "…",
        _ => $"\"{Text(reader.GetString()!, name, inList)}\"",
    };

    private string Text(string text, string? name, bool inList)
    {
        if (!_isError)
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? Redaction.Url(url, _secrets) : "…";
        }

        // Many APIs list what is wrong by the names of members.
        var isTelling = IsTelling(name) || (inList && !IsTelltale(name) && text.AsSpan().Count(' ') > 1);
        return isTelling ? Redaction.Text(text, _secrets).Replace("\"", "\\\"", StringComparison.Ordinal)
            : IsRequestId(name) ? Redaction.Id(text, _secrets) ?? "…"
            : "…";
    }

    private static bool IsTelling(string? name) => name is null || Telling.Contains(SecretNames.Plain(name));

    /// <summary>Whether a member may hold what no message shows, be it a sentence or a number: a secret, or what was sent.</summary>
    private static bool IsTelltale(string? name)
        => name is not null && (SecretNames.IsTelltale(name) || SecretNames.Plain(name) is "input" or "value" or "headers");

    private static bool IsRequestId(string? name) => name is not null && SecretNames.Plain(name) is "requestid" or "traceid" or "correlationid";

    /// <summary>A page in place of an answer, which whoever stands before the API writes: a gateway, or somebody's place to sign in.</summary>
    [GeneratedRegex("^<(?:!doctype +)?html", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Page();

    [GeneratedRegex("""<(?<tag>[!/]?[A-Za-z][A-Za-z0-9]*)[^<>]*>|[^<]+|<""", RegexOptions.CultureInvariant)]
    private static partial Regex Content();
}
