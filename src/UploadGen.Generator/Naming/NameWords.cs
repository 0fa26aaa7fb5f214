using System.Globalization;
using System.Text;

namespace UploadGen.Generator.Naming;

/// <summary>Splits a name of the document into words, wherever its author saw one: <c>size_bytes</c>, <c>sizeBytes</c>, <c>HTTPError</c>.</summary>
internal static class NameWords
{
    private const int MaxLength = 200;

    /// <summary>The words of a name, without the characters between them.</summary>
    public static List<string> Split(string name)
    {
        var text = PluralAcronymsAsWords(name.Length > MaxLength ? name.Substring(0, MaxLength) : name);
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWordCharacter(text[i]))
            {
                Flush(word, words);
                continue;
            }

            if (word.Length > 0 && StartsWord(text, i))
            {
                Flush(word, words);
            }

            word.Append(text[i]);
        }

        Flush(word, words);
        return words;
    }

    /// <summary>The name with every symbol as a word: <c>GMT+0</c> is not <c>GMT0</c>.</summary>
    public static string SpellSymbols(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name.Length > MaxLength ? name.Substring(0, MaxLength) : name)
        {
            if (IsWordCharacter(c) || c is '_' or ' ')
            {
                text.Append(c);
            }
            else
            {
                text.Append(' ').Append(SymbolName(c)).Append(' ');
            }
        }

        return text.ToString();
    }

    public static string Pascal(IEnumerable<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            // Two numbers side by side would read as one: 3.11 is not 311.
            if (text.Length > 0 && char.IsDigit(text[text.Length - 1]) && char.IsDigit(word[0]))
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1).ToLowerInvariant());
        }

        return text.ToString();
    }

    private static bool IsWordCharacter(char c)
        => char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber;

    private static bool StartsWord(string text, int i)
    {
        if (!char.IsUpper(text[i]))
        {
            return false;
        }

        // aB: a hump. 2D stays whole. ABc: the last capital begins the next word.
        return char.IsLower(text[i - 1])
            || (char.IsDigit(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1]))
            || (char.IsUpper(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1]));
    }

    /// <summary><c>presignedURLs</c> would fall apart into UR and Ls.</summary>
    private static string PluralAcronymsAsWords(string name)
    {
        foreach (var acronym in new[] { "URL", "URI", "ID", "API" })
        {
            for (var at = name.IndexOf(acronym + "s", StringComparison.Ordinal); at >= 0; at = name.IndexOf(acronym + "s", at + 1, StringComparison.Ordinal))
            {
                var end = at + acronym.Length + 1;
                if (end == name.Length || !char.IsLower(name[end]))
                {
                    name = name.Substring(0, at) + acronym[0] + acronym.Substring(1).ToLowerInvariant() + name.Substring(end - 1);
                }
            }
        }

        return name;
    }

    private static void Flush(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static string SymbolName(char c) => c switch
    {
        '+' => "Plus",
        '-' => "Minus",
        '*' => "Star",
        '/' => "Slash",
        '\\' => "Backslash",
        '#' => "Hash",
        '@' => "At",
        '$' => "Dollar",
        '%' => "Percent",
        '&' => "And",
        '=' => "Equals",
        '<' => "Less",
        '>' => "Greater",
        '!' => "Not",
        '?' => "Question",
        '.' => "Dot",
        ',' => "Comma",
        ':' => "Colon",
        ';' => "Semicolon",
        '~' => "Tilde",
        '^' => "Caret",
        '|' => "Pipe",
        '(' or ')' => "Parenthesis",
        '[' or ']' => "Bracket",
        '{' or '}' => "Brace",
        '\'' or '"' or '`' => "Quote",
        _ => "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
    };
}
