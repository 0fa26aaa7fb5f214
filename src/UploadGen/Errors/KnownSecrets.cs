using System.Collections.Frozen;

namespace UploadGen.Core;

/// <summary>
/// What a client's requests have carried lately that nobody else may see: credentials, queries of signed URLs, signed headers, form fields. Tells whether a
/// text holds a part of one of them. Thread-safe.
/// </summary>
internal sealed class KnownSecrets
{
    private const int MostCredentials = 16;
    private const int MostOthers = 128;

    /// <summary>So many letters and digits of a secret in a row give it away.</summary>
    private const int Window = 8;

    /// <summary>So many in a row are no chance.</summary>
    private const int LongWindow = 12;

    /// <summary>Form fields whose values tell nothing.</summary>
    private static readonly FrozenSet<string> HarmlessFields
        = new[] { "acl", "bucket", "file", "filename", "key", "name" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Headers and parameters of URLs whose values tell nothing.</summary>
    private static readonly FrozenSet<string> Harmless = new[]
    {
        "cache-control", "content-disposition", "content-encoding", "content-language", "content-length", "content-md5", "content-range", "content-type",
        "date", "expires", "host", "if-match", "if-none-match", "partnumber", "se", "sp", "spr", "sr", "st", "success_action_status", "sv", "uploadid",
        "upload_id", "versionid", "x-amz-acl", "x-amz-algorithm", "x-amz-checksum-algorithm", "x-amz-content-sha256", "x-amz-date", "x-amz-expires",
        "x-amz-sdk-checksum-algorithm", "x-amz-server-side-encryption", "x-amz-signedheaders", "x-amz-storage-class", "x-goog-algorithm",
        "x-goog-content-length-range", "x-goog-date", "x-goog-expires", "x-goog-signedheaders", "x-id", "x-ms-blob-content-type", "x-ms-blob-type",
        "x-ms-date", "x-ms-version",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly object _gate = new();
    private readonly Dictionary<string, SecretLetters> _credentials = new(StringComparer.Ordinal);
    private readonly Queue<SecretLetters> _others = new();

    /// <summary>Keeps a credential in mind.</summary>
    public void Add(string credential)
    {
        lock (_gate)
        {
            if (_credentials.ContainsKey(credential))
            {
                return;
            }

            // Those that are renewed every hour aren't kept forever.
            if (_credentials.Count == MostCredentials)
            {
                _credentials.Clear();
            }

            _credentials.Add(credential, new SecretLetters([credential]));
        }
    }

    /// <summary>Keeps the query of a URL in mind.</summary>
    public void AddUrl(string? url)
    {
        if (url?.Contains('?', StringComparison.Ordinal) == true)
        {
            Add(Secret(Query(url)));
        }
    }

    /// <summary>Keeps the values of headers or form fields in mind.</summary>
    public void AddValues(IEnumerable<KeyValuePair<string, string>>? values)
    {
        if (values is not null)
        {
            Add(Secret(values.Where(static value => !HarmlessFields.Contains(value.Key))).ToArray());
        }
    }

    /// <summary>Whether a text holds a secret or a part of one, in any spelling.</summary>
    public bool AreIn(string text)
    {
        lock (_gate)
        {
            return _credentials.Count + _others.Count > 0
                && TextLetters.OfSpellings(text, Window).Any(spelling => _credentials.Values.Concat(_others).Any(secret => secret.AreIn(spelling, Window)));
        }
    }

    /// <summary>
    /// Whether a value that is needed later on holds a credential, or so much of another secret that it is no chance: a path or an id may have a word in
    /// common with them.
    /// </summary>
    public bool AreClearlyIn(string value)
    {
        lock (_gate)
        {
            return TextLetters.OfSpellings(value, LongWindow).Any(spelling
                => _credentials.Values.Any(secret => secret.AreIn(spelling, LongWindow, shortest: Window))
                    || _others.Any(secret => secret.AreIn(spelling, LongWindow, shortest: LongWindow)));
        }
    }

    /// <summary>The parameters of a URL, as they stand in it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Query(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        foreach (var parameter in query < 0 ? [] : url[(query + 1)..].Split('&', '#'))
        {
            var value = parameter.IndexOf('=', StringComparison.Ordinal);
            yield return value < 0 ? new("", parameter) : new(parameter[..value], parameter[(value + 1)..]);
        }
    }

    private void Add(IEnumerable<string> secrets)
    {
        lock (_gate)
        {
            if (_others.Count == MostOthers)
            {
                _others.Dequeue();
            }

            _others.Enqueue(new SecretLetters(secrets));
        }
    }

    private static IEnumerable<string> Secret(IEnumerable<KeyValuePair<string, string>> pairs)
        => pairs.Where(static pair => pair.Value is not null && !Harmless.Contains(pair.Key)).Select(static pair => pair.Value);
}
