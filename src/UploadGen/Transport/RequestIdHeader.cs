namespace UploadGen.Core;

/// <summary>The server's id for a request, which its support asks for.</summary>
internal static class RequestIdHeader
{
    /// <summary>
    /// The id in the first of these headers that the answer has; <see langword="null"/> where it has none of them, or what doesn't look like an id.
    /// </summary>
    public static string? Find(HttpResponseMessage response, IEnumerable<string> headers, KnownSecrets secrets)
    {
        foreach (var name in headers)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values))
            {
                return Redaction.Id(values.ToString(), secrets);
            }
        }

        return null;
    }
}
