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
    public static DateTimeOffset? Read(string url)
        => AfterDate(url, "X-Amz-Date", "X-Amz-Expires") ?? AfterDate(url, "X-Goog-Date", "X-Goog-Expires") ?? Azure(url) ?? Epoch(url);

    /// <inheritdoc cref="Read(string)"/>
    public static DateTimeOffset? Read(Uri url) => Read(url.OriginalString);

    /// <summary>Whether the URL says that it had expired when an answer was given.</summary>
    public static bool IsPast(Uri url, HttpResponseMessage response) => Read(url) <= ServerClock.Of(response);

    private static DateTimeOffset? AfterDate(string url, string start, string duration)
        => SignedUrlQuery.Find(url, start) is { } date && SignedUrlQuery.Find(url, duration) is { } expires
            && DateTimeOffset.TryParseExact(date, BasicDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var begin)
            && int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < (DateTimeOffset.MaxValue - begin).TotalSeconds
                ? begin.AddSeconds(seconds)
                : null;

    private static DateTimeOffset? Azure(string url)
        => SignedUrlQuery.Find(url, "sig") is not null && SignedUrlQuery.Find(url, "se") is { } end
            && DateTimeOffset.TryParse(end, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : null;

    private static DateTimeOffset? Epoch(string url)
        => SignedUrlQuery.Find(url, "Signature") is not null && SignedUrlQuery.Find(url, "Expires") is { } end
            && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
}
