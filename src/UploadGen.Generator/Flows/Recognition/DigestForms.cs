using System.Text.RegularExpressions;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// Finds out how a digest of the file is made and written: by its name, text, type, limits and examples, and by the standards for headers. Only what leaves one
/// form is certain.
/// </summary>
internal static class DigestForms
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    /// <summary>What HTTP, and those who sign requests, call the request's own body: <c>Content-MD5</c>, <c>X-Amz-Content-Sha256</c>.</summary>
    private static readonly string[] OfMessage = ["content", "repr", "body", "payload"];

    /// <summary>Digests of any file: a pattern has to match them all.</summary>
    private static readonly byte[][] Samples = [Sample(7, 3), Sample(151, 89), Sample(211, 254)];

    /// <summary>Whether something is a digest of the file, be its form known or not.</summary>
    public static bool IsOfFile(DigestTaker taker) => DigestProse.IsOfFile(Words(taker), taker.Description ?? "") && !IsOfMessage(taker);

    /// <summary>The only form that it can have, or null.</summary>
    public static DigestForm? Find(DigestTaker taker)
    {
        var text = $"{string.Join(" ", Words(taker))} {taker.Description}";
        var samples = taker.Examples.Select(Start).Concat(taker.Limits.Stated.Where(limit => limit.Keyword == "pattern").Select(limit => limit.Value)).ToList();
        var algorithms = DigestProse.AlgorithmsIn(text).Union(samples.SelectMany(DigestProse.AlgorithmsIn)).ToList();
        if (algorithms.Count != 1 || algorithms[0].Length == 0)
        {
            return null;
        }

        var encodings = DigestProse.EncodingsIn(text);
        var forms = DigestForm.Encodings
            .Select(encoding => new DigestForm(algorithms[0], encoding))
            .Where(form => form.IsKnown
                && (form.Encoding != "oci" || samples.Append(text).Any(DigestProse.HasPrefix))
                && encodings?.Contains(form.Encoding) != false
                && OfHeader(taker)?.Contains(form.Encoding) != false
                && (form.Encoding == "base64" || taker.Type.AsNonNullable() is not ScalarType { Kind: Scalar.Bytes })
                && Fits(form, taker.Limits)
                && taker.Examples.Where(example => IsDigest(example, form.Length)).All(example => IsWritten(example, form)))
            .ToList();
        return forms.Count == 1 ? forms[0] : null;
    }

    private static IReadOnlyList<string> Words(DigestTaker taker) => UploadWords.Split(taker.WireName);

    /// <summary>What HTTP means by a header of this name (RFC 1864, RFC 3230, RFC 9530), or S3.</summary>
    private static string[]? OfHeader(DigestTaker taker)
        => !taker.IsHeader || !taker.IsBesideFile ? null
            : taker.WireName.ToLowerInvariant() switch
            {
                "content-md5" => ["base64"],
                "x-amz-content-sha256" => ["hex"],
                "digest" => ["rfc3230"],
                "content-digest" or "repr-digest" => ["rfc9530"],
                var name when name.StartsWith("x-amz-checksum-", StringComparison.Ordinal) => ["base64"],
                _ => null,
            };

    /// <summary>Whether it is a header that HTTP means of the request's own body, and no text says that it is of the file.</summary>
    private static bool IsOfMessage(DigestTaker taker)
        => taker is { IsHeader: true, IsBesideFile: false }
            && (taker.WireName.Equals("digest", StringComparison.OrdinalIgnoreCase) || Words(taker).Intersect(OfMessage).Any())
            && !Regex.IsMatch(taker.Description ?? "", @"\bfile\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static bool Fits(DigestForm form, LimitsModel limits)
        => Samples.All(sample => form.Write(sample.Take(form.Length).ToArray()) is var text && limits.Stated.All(limit => Fits(text, limit)));

    private static bool Fits(string text, LimitModel limit) => limit.Keyword switch
    {
        "minLength" => !int.TryParse(limit.Value, out var least) || text.Length >= least,
        "maxLength" => !int.TryParse(limit.Value, out var most) || text.Length <= most,
        "pattern" => Matches(text, limit.Value),
        _ => true,
    };

    /// <summary>Whether a text matches; a pattern that can't be asked fits nothing.</summary>
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTime);
        }
        catch (Exception cause) when (cause is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whether an example is more than a placeholder: as long as a digest, or with a name before it.</summary>
    private static bool IsDigest(string example, int length)
        => example.Length == 2 * length || example.Length == Base64Length(length) || (example.Length > length && Start(example).Length > 0);

    private static bool IsWritten(string example, DigestForm form)
    {
        var padding = (3 - form.Length % 3) % 3;
        var value = form.IsHex ? $"[0-9a-f]{{{2 * form.Length}}}" : $"[A-Za-z0-9+/]{{{Base64Length(form.Length) - padding}}}={{{padding}}}";
        var whole = $"^(?i:{Regex.Escape(form.Prefix)}){value}{form.Suffix}$";
        return Regex.IsMatch(example, whole, RegexOptions.CultureInvariant);
    }

    private static int Base64Length(int length) => (length + 2) / 3 * 4;

    /// <summary>What stands before the digest itself: <c>sha256:</c>, <c>SHA-256=</c>.</summary>
    private static string Start(string example) => example.IndexOfAny([':', '=']) is var end and > 0 && end < 12 ? example.Substring(0, end + 1) : "";

    private static byte[] Sample(int factor, int first) => Enumerable.Range(0, 64).Select(i => (byte)(first + i * factor)).ToArray();
}
