namespace UploadGen.Core;

/// <summary>The server's id for a request, which its support asks for.</summary>
internal static class RequestIdHeader
{
    private const int LongestId = 100;

    /// <summary>The id in the first of these headers that the answer has; <see langword="null"/> where it has none of them.</summary>
    public static string? Find(HttpResponseMessage response, IEnumerable<string> headers)
    {
        foreach (var name in headers)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values))
            {
                return Redaction.Shorten(values.ToString(), LongestId);
            }
        }

        return null;
    }
}
