using System.Globalization;

namespace UploadGen.Core;

/// <summary>
/// When a signed URL ends, as it says itself: S3's and Google's date and duration (SigV4, V4), Azure's <c>se</c>, and the seconds since 1970 of SigV2 and
/// CloudFront.
/// </summary>
internal static class SignedUrlExpiry
{
    private const string BasicDate = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The end; <see langword="null"/> for a URL that doesn't say.</summary>
    public static DateTimeOffset? Of(Uri url)
    {
        Dictionary<string, string> query = UrlQuery.Of(url);
        return AfterDate(query, "X-Amz-") ?? AfterDate(query, "X-Goog-") ?? Azure(query) ?? Epoch(query);
    }

    /// <summary>Whether the URL says that it has ended.</summary>
    public static bool IsPast(Uri url) => Of(url) <= DateTimeOffset.UtcNow;

    private static DateTimeOffset? AfterDate(Dictionary<string, string> query, string prefix)
        => query.TryGetValue(prefix + "Date", out string? date) && query.TryGetValue(prefix + "Expires", out string? expires)
            && DateTimeOffset.TryParseExact(date, BasicDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset start)
            && int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            && seconds < (DateTimeOffset.MaxValue - start).TotalSeconds
                ? start.AddSeconds(seconds)
                : null;

    private static DateTimeOffset? Azure(Dictionary<string, string> query)
        => query.ContainsKey("sig") && query.TryGetValue("se", out string? end)
            && DateTimeOffset.TryParse(end, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
                ? time
                : null;

    private static DateTimeOffset? Epoch(Dictionary<string, string> query)
        => query.ContainsKey("Signature") && query.TryGetValue("Expires", out string? end)
            && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 253_402_300_800
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
}
