namespace UploadGen.Generator.Limits.Patterns;

/// <summary>Reads <c>[…]</c> and the escapes that stand for a set of characters.</summary>
internal static class CharacterClass
{
    /// <summary>ECMA-262's long names of Unicode's general categories (UAX #44, table 12).</summary>
    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["Letter"] = "L",
        ["Cased_Letter"] = "LC",
        ["Uppercase_Letter"] = "Lu",
        ["Lowercase_Letter"] = "Ll",
        ["Titlecase_Letter"] = "Lt",
        ["Modifier_Letter"] = "Lm",
        ["Other_Letter"] = "Lo",
        ["Mark"] = "M",
        ["Nonspacing_Mark"] = "Mn",
        ["Spacing_Mark"] = "Mc",
        ["Enclosing_Mark"] = "Me",
        ["Number"] = "N",
        ["Decimal_Number"] = "Nd",
        ["Letter_Number"] = "Nl",
        ["Other_Number"] = "No",
        ["Punctuation"] = "P",
        ["Connector_Punctuation"] = "Pc",
        ["Dash_Punctuation"] = "Pd",
        ["Open_Punctuation"] = "Ps",
        ["Close_Punctuation"] = "Pe",
        ["Initial_Punctuation"] = "Pi",
        ["Final_Punctuation"] = "Pf",
        ["Other_Punctuation"] = "Po",
        ["Symbol"] = "S",
        ["Math_Symbol"] = "Sm",
        ["Currency_Symbol"] = "Sc",
        ["Modifier_Symbol"] = "Sk",
        ["Other_Symbol"] = "So",
        ["Separator"] = "Z",
        ["Space_Separator"] = "Zs",
        ["Line_Separator"] = "Zl",
        ["Paragraph_Separator"] = "Zp",
        ["Control"] = "Cc",
        ["Format"] = "Cf",
        ["digit"] = "Nd",
        ["punct"] = "P",
        ["cntrl"] = "Cc",
    };

    /// <summary>Translates a class whose <c>[</c> has been read.</summary>
    /// <param name="reader">The pattern.</param>
    /// <param name="isNegative">Whether what the class matches makes the pattern not match.</param>
    public static string Read(PatternReader reader, bool isNegative)
    {
        var isNegated = reader.TryTake("^");
        var set = new CharacterSet();
        while (!reader.TryTake("]"))
        {
            if (Member(reader, set, isNegated, isNegative) is not { } first)
            {
                continue;
            }

            if (!reader.TryTake("-"))
            {
                set.Add(first, first);
            }
            else if (reader.TryTake("]"))
            {
                set.Add(first, first);
                set.Add('-', '-');
                break;
            }
            else if (Member(reader, set, isNegated, isNegative) is { } last)
            {
                set.Add(first, first <= last ? last : throw new FormatException("a range is upside down"));
            }
            else
            {
                set.Add(first, first);
                set.Add('-', '-');
            }
        }

        return set.ToExpression(isNegated);
    }

    /// <summary>The set that an escape stands for, or null when it stands for a single character.</summary>
    /// <param name="c">What follows the backslash.</param>
    /// <param name="reader">The pattern behind it.</param>
    /// <param name="isNegative">Whether what it matches makes the pattern not match.</param>
    public static (CharacterSet Set, bool IsNegated)? Named(int c, PatternReader reader, bool isNegative) => c switch
    {
        'd' or 'D' => (CharacterSet.From(CharacterSet.Digits), c == 'D'),
        'w' or 'W' => (CharacterSet.From(CharacterSet.WordCharacters), c == 'W'),
        's' or 'S' => (CharacterSet.From(CharacterSet.Spaces), c == 'S'),
        'p' or 'P' => Property(reader, c, isNegative),
        _ => null,
    };

    /// <summary>Reads a member: a single character is handed back, a set is added.</summary>
    private static int? Member(PatternReader reader, CharacterSet set, bool isNegated, bool isNegative)
    {
        var c = reader.Next();
        if (c != '\\')
        {
            return Whole(c);
        }

        var escaped = reader.Next();
        switch (escaped)
        {
            case 'd':
                set.Add(CharacterSet.Digits);
                return null;
            case 'w':
                set.Add(CharacterSet.WordCharacters);
                return null;
            case 's':
                set.Add(CharacterSet.Spaces);
                return null;
            case 'D' or 'W' or 'S':
                set.Add(Complement((char)escaped));
                set.AddAstral();
                return null;
            case 'p' or 'P':
                Add(set, PropertyName(reader), escaped, isNegated, isNegative);
                return null;
            case 'b':
                return '\b';
            default:
                return Whole(reader.EscapedCodePoint(escaped));
        }
    }

    /// <summary>The basic plane without a set, surrogates left out, as ranges.</summary>
    private static string Complement(char escape) => escape switch
    {
        'D' => @"\u0000-/:-\uD7FF\uE000-\uFFFF",
        'W' => @"\u0000-/:-@\[-\^`\{-\uD7FF\uE000-\uFFFF",
        _ => @"\u0000-\u0008\u000E-\u001F!-\u009F\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E"
            + @"\u2060-\u2FFF\u3001-\uD7FF\uE000-\uFEFE\uFF00-\uFFFF",
    };

    private static (CharacterSet Set, bool IsNegated) Property(PatternReader reader, int escape, bool isNegative)
    {
        var set = new CharacterSet();
        var name = PropertyName(reader);
        var isScript = Script(name) is not null;
        Add(set, name, isScript ? 'p' : escape, isNegated: false, isNegative);
        return (set, isScript && escape == 'P');
    }

    /// <summary>Adds the characters that have a property, or those that haven't.</summary>
    private static void Add(CharacterSet set, string name, int escape, bool isNegated, bool isNegative)
    {
        if (Script(name) is { } script)
        {
            foreach (var (first, last) in escape == 'p' ? script : ScriptTable.Except(script))
            {
                set.Add(first, last);
            }

            return;
        }

        Guard(isNegative);
        set.Add(Category(name, escape));
        if (!isNegated)
        {
            set.AddAstral();
        }
    }

    /// <summary>The code points of a script; null for a property that is none.</summary>
    private static IReadOnlyList<(int First, int Last)>? Script(string property)
    {
        var equals = property.IndexOf('=');
        return equals < 0 || property.Substring(0, equals) is not ("Script" or "sc") ? null
            : ScriptTable.Ranges(property.Substring(equals + 1)) ?? throw new FormatException($"'{property}' is no script that is known here");
    }

    /// <summary>.NET knows the categories of the basic plane only; where accepting the rest would refuse a valid value, there is no translation.</summary>
    private static void Guard(bool isNegative)
    {
        if (isNegative)
        {
            throw new FormatException("a category inside a negation has no counterpart in .NET");
        }
    }

    private static string PropertyName(PatternReader reader)
        => reader.TryTake("{") ? reader.Through('}') : throw new FormatException("a category has no name");

    private static string Category(string name, int escape)
    {
        name = name.Substring(name.IndexOf('=') is var equals && name.Substring(0, equals + 1) is "" or "gc=" or "General_Category=" ? equals + 1 : 0);
        var category = Categories.TryGetValue(name, out var known) ? known
            : Categories.ContainsValue(name) ? name
            : throw new FormatException($"'{name}' is no general category");
        return category == "LC" && escape == 'p' ? @"\p{Lu}\p{Ll}\p{Lt}"
            : category == "LC" ? throw new FormatException("a category has no counterpart in .NET")
            : $"\\{(char)escape}{{{category}}}";
    }

    private static int Whole(int c) => c is >= 0xD800 and <= 0xDFFF ? throw new FormatException("half a surrogate pair is no character") : c;
}
