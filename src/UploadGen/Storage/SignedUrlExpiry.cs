using System.Globalization;

namespace UploadGen.Core;

/// <summary>
/// When a signed URL expires, as its query says: S3's and Google's date and duration (SigV4, V4), Azure's <c>se</c>, and the seconds since 1970 of SigV2 and
/// CloudFront.
/// </summary>
internal static class SignedUrlExpiry
{
    private const string BasicDate = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Reads when the URL expires; <see langword="null"/> for a URL that doesn't say.</summary>
    public static DateTimeOffset? Read(Uri url)
    {
        var query = SignedUrlQuery.Read(url);
        return AfterDate(query, "X-Amz-") ?? AfterDate(query, "X-Goog-") ?? Azure(query) ?? Epoch(query);
    }

    /// <summary>Whether the URL says that it has expired, by this machine's clock.</summary>
    public static bool IsPast(Uri url) => Read(url) <= DateTimeOffset.UtcNow;

    /// <summary>Whether the URL says that it had expired when an answer was given.</summary>
    public static bool IsPast(Uri url, HttpResponseMessage response) => Read(url) <= ServerClock.Of(response);

    private static DateTimeOffset? AfterDate(Dictionary<string, string> query, string prefix)
        => query.TryGetValue(prefix + "Date", out var date) && query.TryGetValue(prefix + "Expires", out var expires)
            && DateTimeOffset.TryParseExact(date, BasicDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            && int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < (DateTimeOffset.MaxValue - start).TotalSeconds
                ? start.AddSeconds(seconds)
                : null;

    private static DateTimeOffset? Azure(Dictionary<string, string> query)
        => query.ContainsKey("sig") && query.TryGetValue("se", out var end)
            && DateTimeOffset.TryParse(end, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : null;

    private static DateTimeOffset? Epoch(Dictionary<string, string> query)
        => query.ContainsKey("Signature") && query.TryGetValue("Expires", out var end)
            && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
}
