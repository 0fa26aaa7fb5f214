namespace UploadGen.Core;

/// <summary>
/// The <c>format</c>s of strings that can be checked (JSON Schema 2020-12 validation, section 7.3). Others are left to the server: they are
/// types of their own, or what servers take under the name differs too much.
/// </summary>
/// <remarks>The generator and the analyzers are compiled with these files, too, so that all judge alike.</remarks>
internal static class StringFormat
{
    /// <summary>Whether the format is one that is checked.</summary>
    public static bool IsKnown(string? format)
        => format is "email" or "idn-email" or "hostname" or "idn-hostname" or "ipv4" or "ipv6" or "time" or "json-pointer";

    /// <summary>Whether a text is of a format; any text is of one that isn't known.</summary>
    public static bool IsValid(string format, string text) => format switch
    {
        "email" or "idn-email" => EmailAddress.IsValid(text),
        "hostname" => HostName.IsValid(text, 0, text.Length, allowsUnicode: false),
        "idn-hostname" => HostName.IsValid(text, 0, text.Length, allowsUnicode: true),
        "ipv4" => IPAddressText.IsV4(text, 0, text.Length),
        "ipv6" => IPAddressText.IsV6(text, 0, text.Length),
        "time" => TimeText.IsValid(text),
        "json-pointer" => IsJsonPointer(text),
        _ => true,
    };

    /// <summary>RFC 6901, section 3.</summary>
    private static bool IsJsonPointer(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ('0' or '1')))
            {
                return false;
            }
        }

        return text.Length == 0 || text[0] == '/';
    }
}
