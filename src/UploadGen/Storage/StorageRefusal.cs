using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;

namespace UploadGen.Core;

/// <summary>
/// Storage's refusal, as S3, R2, Google Cloud Storage and Azure write it: the few elements of their XML that are safe to show.
/// The others repeat the request, its signature included.
/// </summary>
/// <param name="Code">Storage's code.</param>
/// <param name="RequestId">Storage's id for the request.</param>
/// <param name="HeadersNotSigned">Names of headers that the signature doesn't cover.</param>
/// <param name="IsExpired">Whether the URL has expired, so that a new one is needed.</param>
/// <param name="IsTransient">Whether the same request may work later.</param>
/// <param name="SizeLimit">The most bytes that storage takes, where it says so.</param>
/// <param name="SizeSent">The bytes that it was sent, where it says so.</param>
/// <param name="IsTaken">Whether storage says that an object is there already.</param>
/// <param name="IsError">Whether the body is an error, whatever the status says.</param>
internal sealed record StorageRefusal(
    string? Code, string? RequestId, string? HeadersNotSigned, bool IsExpired, bool IsTransient, long? SizeLimit, long? SizeSent,
    bool IsTaken, bool IsError)
{
    /// <summary>What the name of the root element is kept as, which no element is called.</summary>
    private const string Root = "";

    public static StorageRefusal Read(HttpResponseMessage response, Uri url, ReadOnlyMemory<byte> body, KnownSecrets? secrets = null)
    {
        var elements = Elements(body);
        var status = (int)response.StatusCode;
        var code = Redaction.Name(elements.GetValueOrDefault("Code")?.Trim(), secrets) ?? Redaction.Name(Header(response, "x-ms-error-code"), secrets);
        var text = elements.GetValueOrDefault("Message") + elements.GetValueOrDefault("Details") + elements.GetValueOrDefault("AuthenticationErrorDetail");
        return new StorageRefusal(
            code,
            Redaction.Id(elements.GetValueOrDefault("RequestId")?.Trim(), secrets),
            Names(elements.GetValueOrDefault("HeadersNotSigned")),
            status is 400 or 401 or 403
                && (code == "ExpiredToken"
                    || SaysExpired(text)
                    || (MayMeanExpired(code) && !elements.ContainsKey("HeadersNotSigned") && SignedUrlExpiry.IsPast(url, response))),
            RequestSafety.IsTransient(status) || code is "RequestTimeout" or "IncompleteBody" or "ConditionalRequestConflict" or "OperationAborted"
                or "InternalError" or "SlowDown" or "ServiceUnavailable",
            Size(elements.GetValueOrDefault("MaxSizeAllowed")),
            Size(elements.GetValueOrDefault("ProposedSize")),
            code == "BlobAlreadyExists" || elements.GetValueOrDefault("Condition") == "If-None-Match",
            elements.GetValueOrDefault(Root) == "Error");
    }

    private static bool SaysExpired(string text)
        => text.Contains("expired", StringComparison.OrdinalIgnoreCase)
            || text.Contains("not valid in the specified time frame", StringComparison.OrdinalIgnoreCase);

    /// <summary>Codes that stores use for an expired URL and for other things, too: with these, the date in the URL decides.</summary>
    private static bool MayMeanExpired(string? code) => code is null or "AccessDenied" or "AuthenticationFailed" or "AuthorizationFailure";

    private static Dictionary<string, string> Elements(ReadOnlyMemory<byte> body)
    {
        var elements = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!MemoryMarshal.TryGetArray(body, out var bytes) || bytes.Count == 0)
        {
            return elements;
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var xml = XmlReader.Create(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), settings);
            var name = "";
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    name = xml.LocalName;
                    elements.TryAdd(Root, name);
                }
                else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    elements.TryAdd(name, xml.Value);
                }
            }
        }
        catch (XmlException)
        {
            // The answer is cut off, or no XML at all, such as a proxy's page. What was read until here counts.
        }

        return elements;
    }

    private static string? Header(HttpResponseMessage response, string name)
        => response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static long? Size(string? value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;

    /// <summary>Names of headers that are made of words: they go into messages and logs, where a server mustn't write what it likes.</summary>
    private static string? Names(string? list)
        => list is null ? null : string.Join(", ", list.Split(',', StringSplitOptions.TrimEntries).Select(SignedHeaders.Shown));
}
