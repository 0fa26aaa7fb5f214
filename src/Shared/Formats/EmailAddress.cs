namespace UploadGen.Core;

/// <summary>
/// A mailbox (RFC 5321, section 4.1.2), with letters beyond ASCII as RFC 6531 has them: servers take these under the name <c>email</c> as well.
/// </summary>
internal static class EmailAddress
{
    public static bool IsValid(string text)
    {
        // What is quoted may hold an @, and a domain can't.
        var at = text.LastIndexOf('@');
        return at > 0 && (text[0] == '"' ? IsQuoted(text, at) : IsDotted(text, at)) && IsDomain(text, at + 1);
    }

    private static bool IsDotted(string text, int end)
    {
        for (var i = 0; i < end; i++)
        {
            var isDot = text[i] == '.';
            if (isDot ? i == 0 || i == end - 1 || text[i - 1] == '.' : !IsAtom(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsQuoted(string text, int end)
    {
        for (var i = 1; i < end - 1; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return false;
            }

            if (i >= end - 1 || char.IsControl(text[i]))
            {
                return false;
            }
        }

        return end > 1 && text[end - 1] == '"';
    }

    private static bool IsDomain(string text, int start)
    {
        var end = text.Length - 1;
        if (start > end || text[start] != '[')
        {
            return HostName.IsValid(text, start, text.Length, allowsUnicode: true);
        }

        if (text[end] != ']')
        {
            return false;
        }

        const string V6 = "IPv6:";
        return string.Compare(text, start + 1, V6, 0, V6.Length, StringComparison.OrdinalIgnoreCase) == 0
            ? IPAddressText.IsV6(text, start + 1 + V6.Length, end)
            : IPAddressText.IsV4(text, start + 1, end);
    }

    /// <summary>RFC 5322, section 3.2.3.</summary>
    private static bool IsAtom(char c)
        => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or >= '#' and <= '\'' or >= '^' and <= '`' or >= '{' and <= '~' or > '\u009f'
            or '!' or '*' or '+' or '-' or '/' or '=' or '?';
}
