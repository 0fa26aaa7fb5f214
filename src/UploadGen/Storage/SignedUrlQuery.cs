namespace UploadGen.Core;

/// <summary>Reads the query of a signed URL, where its signer says when it expires and which headers are signed.</summary>
internal static class SignedUrlQuery
{
    /// <summary>The parameters by name, in any case; of several with one name, the first.</summary>
    public static Dictionary<string, string> Read(Uri url)
    {
        var query = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in url.Query.TrimStart('?').Split('&'))
        {
            var value = parameter.IndexOf('=', StringComparison.Ordinal);
            if (value > 0)
            {
                query.TryAdd(parameter[..value], Uri.UnescapeDataString(parameter[(value + 1)..]));
            }
        }

        return query;
    }
}
