namespace UploadGen.Core;

/// <summary>
/// A host's name: labels of letters, digits and hyphens (RFC 1123, section 2.1). Whether an A-label decodes to anything is left to those who
/// resolve it.
/// </summary>
internal static class HostName
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    /// <summary>Whether a part of a text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="allowsUnicode">Whether there may be letters beyond ASCII (RFC 5890); then lengths, which are those of A-labels, aren't checked.</param>
    public static bool IsValid(string text, int start, int end, bool allowsUnicode)
    {
        var label = start;
        for (var i = start; i <= end; i++)
        {
            if (i == end || text[i] == '.' || (allowsUnicode && IsDot(text[i])))
            {
                if (i == label || text[label] == '-' || text[i - 1] == '-' || (!allowsUnicode && i - label > MaxLabelLength))
                {
                    return false;
                }

                label = i + 1;
            }
            else if (!IsLetterOrDigit(text[i], allowsUnicode) && text[i] != '-')
            {
                return false;
            }
        }

        return allowsUnicode || end - start <= MaxLength;
    }

    private static bool IsLetterOrDigit(char c, bool allowsUnicode)
        => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || (allowsUnicode && c > '\u009f' && !char.IsWhiteSpace(c));

    /// <summary>RFC 3490, section 3.1.</summary>
    private static bool IsDot(char c) => c is '\u3002' or '\uff0e' or '\uff61';
}
