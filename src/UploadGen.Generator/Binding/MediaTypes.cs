namespace UploadGen.Generator.Binding;

/// <summary>What a media type means for a body.</summary>
internal static class MediaTypes
{
    public static bool IsJson(string mediaType)
    {
        var type = Essence(mediaType);
        return type is "application/json" or "text/json" || type.EndsWith("+json", StringComparison.Ordinal);
    }

    public static bool IsMultipart(string mediaType) => Essence(mediaType) == "multipart/form-data";

    public static bool IsText(string mediaType)
    {
        var type = Essence(mediaType);
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/xml" || type.EndsWith("+xml", StringComparison.Ordinal);
    }

    /// <summary>The type without its parameters, in lower case (RFC 9110, section 8.3.1).</summary>
    private static string Essence(string mediaType)
    {
        var end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType.Substring(0, end)).Trim().ToLowerInvariant();
    }
}
