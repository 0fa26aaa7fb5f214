namespace UploadGen.Core;

/// <summary>Reads <c>Retry-After</c>: seconds or a date (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>How long to wait; <see langword="null"/> when the answer doesn't say.</summary>
    public static TimeSpan? Read(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        // The date is by the server's own clock.
        var wait = header.Delta ?? header.Date - ServerClock.Of(response);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
