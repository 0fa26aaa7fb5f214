using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace UploadGen.Servers;

/// <summary>A request's <c>Content-Range</c> (RFC 9110, section 14.4).</summary>
/// <param name="First">The first byte; null for none (<c>*</c>).</param>
/// <param name="Last">The last byte.</param>
/// <param name="Total">The length of the whole.</param>
internal readonly partial record struct ContentRange(long? First, long? Last, long Total)
{
    public bool IsLast => Last == Total - 1;

    /// <summary>Reads it; null where it isn't well-formed, or isn't of as many bytes as the body.</summary>
    public static ContentRange? Of(HttpRequest request)
    {
        var match = Syntax().Match(request.Headers.ContentRange.ToString());
        if (!match.Success || request.ContentLength is not { } length)
        {
            return null;
        }

        var range = new ContentRange(Number(match.Groups["first"]), Number(match.Groups["last"]), Number(match.Groups["total"])!.Value);
        var count = range.First is null ? 0 : range.Last - range.First + 1;
        return count == length && (range.First is null || (count > 0 && range.Last < range.Total)) ? range : null;
    }

    private static long? Number(Group group) => group.Success ? long.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^bytes (\*|(?<first>\d+)-(?<last>\d+))/(?<total>\d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Syntax();
}
