namespace UploadGen.Core;

/// <summary>
/// A time of day such as <c>08:30:06.283Z</c> (RFC 3339, section 5.6). Many servers take it without seconds or offset, so these may be missing here.
/// </summary>
internal static class TimeText
{
    public static bool IsValid(string text)
    {
        int i = 0;
        if (!Number(text, ref i, 23) || !Sign(text, ref i, ':') || !Number(text, ref i, 59)) return false;
        // A leap second is the 60th.
        if (Sign(text, ref i, ':') && (!Number(text, ref i, 60) || !Fraction(text, ref i))) return false;
        return i == text.Length || Offset(text, ref i);
    }

    private static bool Fraction(string text, ref int i)
    {
        if (!Sign(text, ref i, '.')) return true;
        int start = i;
        while (i < text.Length && IsDigit(text[i])) i++;
        return i > start;
    }

    private static bool Offset(string text, ref int i)
    {
        if (text[i] is 'Z' or 'z') return i + 1 == text.Length;
        return text[i++] is '+' or '-' && Number(text, ref i, 23) && (i == text.Length || ((Sign(text, ref i, ':') || i < text.Length) && Number(text, ref i, 59) && i == text.Length));
    }

    private static bool Number(string text, ref int i, int max)
    {
        if (i + 2 > text.Length || !IsDigit(text[i]) || !IsDigit(text[i + 1])) return false;
        i += 2;
        return ((text[i - 2] - '0') * 10) + text[i - 1] - '0' <= max;
    }

    private static bool Sign(string text, ref int i, char sign)
    {
        if (i == text.Length || text[i] != sign) return false;
        i++;
        return true;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
