namespace UploadGen.Core;

/// <summary>Reads the query of a signed URL, where its signer says when it expires and which headers are signed.</summary>
internal static class SignedUrlQuery
{
    /// <summary>A parameter's value; <see langword="null"/> for one that isn't there.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="name">The parameter's name, in any case.</param>
    public static string? Find(string url, string name)
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        var end = url.IndexOf('#', StringComparison.Ordinal);
        var rest = mark < 0 || (end >= 0 && end < mark) ? default : url.AsSpan(mark + 1, (end < 0 ? url.Length : end) - mark - 1);
        while (!rest.IsEmpty)
        {
            var next = rest.IndexOf('&');
            var parameter = next < 0 ? rest : rest[..next];
            rest = next < 0 ? default : rest[(next + 1)..];
            if (parameter.Length > name.Length && parameter[name.Length] == '=' && parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return Uri.UnescapeDataString(parameter[(name.Length + 1)..].ToString());
            }
        }

        return null;
    }

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
