using System.Net.Http.Headers;

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

        var wait = header.Delta ?? header.Date - Now(response.Headers);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>The time by the server's own clock, where the answer has it: the header's date is by that clock, too.</summary>
    private static DateTimeOffset Now(HttpResponseHeaders headers) => headers.Date ?? DateTimeOffset.UtcNow;
}
