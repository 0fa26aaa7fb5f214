namespace UploadGen.Core;

/// <summary>
/// IP addresses as text: four decimal octets (RFC 2673, section 3.2), and eight groups of hexadecimal digits (RFC 4291, section 2.2) without a
/// zone.
/// </summary>
internal static class IPAddressText
{
    private const int Groups = 8;
    private const int Octets = 4;

    /// <summary>Whether a part of a text is an IPv4 address. Leading zeros make none: some read them as octal.</summary>
    public static bool IsV4(string text, int start, int end)
    {
        for (var octet = 1; octet <= Octets; octet++)
        {
            var value = 0;
            var i = start;
            for (; i < end && i < start + 3 && text[i] is >= '0' and <= '9'; i++)
            {
                value = (value * 10) + text[i] - '0';
            }

            if (i == start || value > 255 || (text[start] == '0' && i > start + 1))
            {
                return false;
            }

            if (octet == Octets)
            {
                return i == end;
            }

            if (i == end || text[i] != '.')
            {
                return false;
            }

            start = i + 1;
        }

        return false;
    }

    /// <summary>Whether a part of a text is an IPv6 address.</summary>
    public static bool IsV6(string text, int start, int end)
    {
        var groups = 0;
        var isShortened = false;
        var i = start;
        while (i < end)
        {
            if (text[i] == ':')
            {
                // Colons stand between groups, and two of them once for any number of groups that are zero.
                var isDouble = i + 1 < end && text[i + 1] == ':';
                if (isDouble ? isShortened : groups == 0 || text[i - 1] == ':' || i + 1 == end)
                {
                    return false;
                }

                isShortened |= isDouble;
                i += isDouble ? 2 : 1;
                continue;
            }

            var group = i;
            while (i < end && i < group + 4 && IsHex(text[i]))
            {
                i++;
            }

            if (i < end && text[i] == '.')
            {
                return IsV4(text, group, end) && IsComplete(groups + 2, isShortened);
            }

            if (i == group || (i < end && text[i] != ':'))
            {
                return false;
            }

            groups++;
        }

        return IsComplete(groups, isShortened);
    }

    private static bool IsComplete(int groups, bool isShortened) => isShortened ? groups < Groups : groups == Groups;

    private static bool IsHex(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';
}
