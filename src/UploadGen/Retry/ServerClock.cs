using System.Diagnostics;
using System.Globalization;

namespace UploadGen.Core;

/// <summary>
/// The time by a server's own clock, as its answers tell it (<c>Date</c>, RFC 9110, section 6.6.1). What it signs and asks for is by that clock, and this
/// machine's may be wrong. Thread-safe.
/// </summary>
internal sealed class ServerClock
{
    private volatile Reading? _last;

    /// <summary>The time now; <see langword="null"/> before an answer told it.</summary>
    public DateTimeOffset? Now
        => _last is { } last && DateTimeOffset.TryParseExact(last.Time, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time + Stopwatch.GetElapsedTime(last.At)
            : null;

    /// <summary>The time of an answer; this machine's where it doesn't tell.</summary>
    public static DateTimeOffset Of(HttpResponseMessage response) => response.Headers.Date ?? DateTimeOffset.UtcNow;

    /// <summary>Takes the time from an answer that has just come. It is made sense of when somebody asks.</summary>
    public void Read(HttpResponseMessage response)
    {
        if (response.Headers.NonValidated.TryGetValues("Date", out var times))
        {
            _last = new Reading(times.ToString(), Stopwatch.GetTimestamp());
        }
    }

    private sealed record Reading(string Time, long At);
}
