namespace UploadGen.Core;

/// <summary>
/// A time of day such as <c>08:30:06.283Z</c> (RFC 3339, section 5.6). Many servers take it without seconds or offset, so these may be missing here.
/// </summary>
internal static class TimeText
{
    public static bool IsValid(string text)
    {
        var i = 0;
        var second = 0;
        if (!Number(text, ref i, 23, out var hour) || !Sign(text, ref i, ':') || !Number(text, ref i, 59, out var minute))
        {
            return false;
        }

        if (Sign(text, ref i, ':') && (!Number(text, ref i, 60, out second) || !Fraction(text, ref i)))
        {
            return false;
        }

        if (i == text.Length)
        {
            return true;
        }

        return Offset(text, ref i, out var offset) && (second < 60 || IsLastMinute((hour * 60) + minute - offset));
    }

    /// <summary>A leap second is the 60th of a day's last minute in UTC (RFC 3339, section 5.7).</summary>
    private static bool IsLastMinute(int minute) => minute is (24 * 60) - 1 or -1;

    private static bool Fraction(string text, ref int i)
    {
        if (!Sign(text, ref i, '.'))
        {
            return true;
        }

        var start = i;
        while (i < text.Length && IsDigit(text[i]))
        {
            i++;
        }

        return i > start;
    }

    /// <summary>The offset from UTC in minutes.</summary>
    private static bool Offset(string text, ref int i, out int offset)
    {
        offset = 0;
        var sign = text[i++];
        if (sign is 'Z' or 'z')
        {
            return i == text.Length;
        }

        if (sign is not ('+' or '-') || !Number(text, ref i, 23, out var hours))
        {
            return false;
        }

        var minutes = 0;
        if (i < text.Length)
        {
            Sign(text, ref i, ':');
            if (!Number(text, ref i, 59, out minutes))
            {
                return false;
            }
        }

        offset = ((hours * 60) + minutes) * (sign == '-' ? -1 : 1);
        return i == text.Length;
    }

    private static bool Number(string text, ref int i, int max, out int number)
    {
        number = 0;
        if (i + 2 > text.Length || !IsDigit(text[i]) || !IsDigit(text[i + 1]))
        {
            return false;
        }

        number = ((text[i] - '0') * 10) + text[i + 1] - '0';
        i += 2;
        return number <= max;
    }

    private static bool Sign(string text, ref int i, char sign)
    {
        if (i == text.Length || text[i] != sign)
        {
            return false;
        }

        i++;
        return true;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
