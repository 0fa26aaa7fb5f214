using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace UploadServer.Signing;

/// <summary>The query of a presigned URL.</summary>
/// <param name="Credential">Access key id and scope.</param>
/// <param name="Date">When the URL was signed.</param>
/// <param name="Lifetime">How long the URL is valid from then on.</param>
/// <param name="SignedHeaders">Names of the headers that the signature covers.</param>
/// <param name="Signature">The signature.</param>
internal sealed record PresignedQuery(string Credential, DateTimeOffset Date, TimeSpan Lifetime, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string SignatureName = "X-Amz-Signature";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    public DateTimeOffset Expires => Date + Lifetime;

    public static string Format(DateTimeOffset date) => date.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The query that is to be signed: all but the signature, sorted by name.</summary>
    public static string Unsigned(string credential, DateTimeOffset date, TimeSpan lifetime, IEnumerable<string> signedHeaders)
        => $"X-Amz-Algorithm={Algorithm}&X-Amz-Credential={Uri.EscapeDataString(credential)}&X-Amz-Date={Format(date)}"
            + $"&X-Amz-Expires={(long)lifetime.TotalSeconds}&X-Amz-SignedHeaders={Uri.EscapeDataString(string.Join(';', signedHeaders))}";

    /// <summary>Reads the query of a request; null when a parameter is missing or malformed.</summary>
    public static PresignedQuery? Parse(string query)
    {
        var parameters = QueryHelpers.ParseQuery(query);
        // Control characters would not survive the XML of an error either.
        string Get(string name) => parameters.TryGetValue(name, out var value) && !value.ToString().Any(char.IsControl) ? value.ToString() : "";

        var complete = Get("X-Amz-Algorithm") == Algorithm
            & DateTimeOffset.TryParseExact(Get("X-Amz-Date"), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            & (int.TryParse(Get("X-Amz-Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 604_800);
        var headers = Get("X-Amz-SignedHeaders");
        if (!complete || headers.Length == 0 || Get(SignatureName).Length == 0)
        {
            return null;
        }

        return new PresignedQuery(Get("X-Amz-Credential"), date, TimeSpan.FromSeconds(seconds), headers.Split(';'), Get(SignatureName));
    }
}
