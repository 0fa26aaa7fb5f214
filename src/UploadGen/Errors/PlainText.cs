using System.Buffers;

namespace UploadGen.Core;

/// <summary>
/// Which pieces of a text are words and numbers that people write, and which may be a token: what is long, mixes letters with digits, or changes case as
/// no word does. Only the former may be shown of what a server wrote.
/// </summary>
internal static class PlainText
{
    private const int LongestPiece = 80;
    private const int LongestId = 64;
    private const int LongestRun = 32;

    /// <summary>What joins words to a piece that is judged as a whole.</summary>
    private static readonly SearchValues<char> Joints = SearchValues.Create("-_./");

    private static readonly SearchValues<char> IdJoints = SearchValues.Create("-_.:");

    /// <summary>
    /// Whether a piece of text without white space is words or numbers, such as <c>size_bytes</c>, <c>text/html</c>, <c>UploadFailed</c> or 10.0.0.1.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<char> piece)
    {
        if (piece.Length > LongestPiece)
        {
            return false;
        }

        int digits = 0, oddWords = 0;
        foreach (var letter in piece)
        {
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        while (!piece.IsEmpty)
        {
            var end = piece.IndexOfAny(Joints);
            var word = end < 0 ? piece : piece[..end];
            piece = end < 0 ? [] : piece[(end + 1)..];
            if (!IsWord(word, ref oddWords))
            {
                return false;
            }
        }

        return digits <= 14 && oddWords <= 2;
    }

    /// <summary>Whether a text looks like the id of a request or a record: short, of letters and digits in groups that no signature is as short as.</summary>
    public static bool IsId(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestId || !char.IsAsciiLetterOrDigit(text[0]))
        {
            return false;
        }

        var run = 0;
        foreach (var letter in text)
        {
            run = char.IsAsciiLetterOrDigit(letter) ? run + 1 : 0;
            if (run > LongestRun || (run == 0 && !IdJoints.Contains(letter)))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="word">Letters and digits.</param>
    /// <param name="oddWords">Counts words that only few of may stand in one piece: many short ones together are a key.</param>
    private static bool IsWord(ReadOnlySpan<char> word, ref int oddWords)
    {
        var letters = word;
        while (!letters.IsEmpty && char.IsAsciiDigit(letters[^1]))
        {
            letters = letters[..^1];
        }

        if (letters.IsEmpty)
        {
            return true;
        }

        var isMixed = letters.Length < word.Length || letters.ContainsAnyInRange('0', '9');
        if (isMixed)
        {
            oddWords++;
            return IsLettersOrDigits(word) && (word.Length <= 5 || IsNumbered(letters, word.Length - letters.Length) || IsMeasure(word));
        }

        if (!IsLetters(word))
        {
            return false;
        }

        if (IsWordlike(word))
        {
            return true;
        }

        oddWords++;
        return word.Length <= 5;
    }

    /// <summary>A word with a number, such as <c>sha256</c>.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> letters, int digits) => digits <= 4 && letters.Length <= 10 && IsLetters(letters) && IsWordlike(letters);

    /// <summary>A number with a unit, such as <c>500ms</c>.</summary>
    private static bool IsMeasure(ReadOnlySpan<char> word)
    {
        var digits = word.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 8 && word.Length - digits <= 3 && IsLetters(word[digits..]);
    }

    /// <summary>Whether case and vowels are those of words: <c>upload</c>, <c>UPLOAD</c>, <c>Upload</c>, <c>uploadUrl</c>, <c>HTTPStatus</c>.</summary>
    private static bool IsWordlike(ReadOnlySpan<char> word)
    {
        int humps = 0, capitals = 0, consonants = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var isCapital = char.IsAsciiLetterUpper(word[i]);
            capitals += isCapital ? 1 : 0;
            consonants = "aeiouyAEIOUY".Contains(word[i], StringComparison.Ordinal) ? 0 : consonants + 1;
            if (consonants > 6)
            {
                return false;
            }

            // A hump begins where capitals begin, and with the last of several if small letters follow.
            if (isCapital && (i == 0 || char.IsAsciiLetterLower(word[i - 1]) || (i + 1 < word.Length && char.IsAsciiLetterLower(word[i + 1]))))
            {
                humps++;
            }
        }

        return capitals == word.Length ? word.Length <= 20 : word.Length <= 40 && humps * 3 <= Math.Max(word.Length, 3);
    }

    private static bool IsLetters(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetter(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLettersOrDigits(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                return false;
            }
        }

        return true;
    }
}
